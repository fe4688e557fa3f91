package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules hold for the kit's own classes, and each fails for a class that breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
  /** Not on this module's class path, and built before it in every whole build. */
  private static final List<Path> BESIDE =
      List.of(
          Path.of("../../fixtures/stand-ins/target/classes"),
          Path.of("../../fixtures/gate/target/classes"),
          Path.of("../../fixtures/mendix/target/classes"));

  private JavaClasses kit;

  static List<HouseRules.Rule> rules() {
    return HouseRules.all();
  }

  @BeforeAll
  void readClassFiles() {
    Set<Location> locations = new HashSet<>(Locations.ofPackage("io.keycheck"));
    BESIDE.stream()
        .filter(Files::isDirectory)
        .forEach(classes -> locations.add(Location.of(classes.resolve("io/keycheck"))));
    kit =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Generated from the provider's protocol.
            .withImportOption(location -> !location.contains("/v1alpha1/"))
            .importLocations(locations);
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(kit.stream().map(type -> type.getPackageName().split("\\.", 4)[2]))
        .contains("contract", "reports", "diagnose", "lab", "cases", "cli");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(HouseRules.Rule rule) {
    rule.rule().allowEmptyShould(true).check(kit);
  }

  /** A rule that cannot fail is a defect. */
  @ParameterizedTest
  @MethodSource("rules")
  void canFailAndSaysWhy(HouseRules.Rule rule) {
    JavaClasses offender = new ClassFileImporter().importClasses(rule.offender());
    assertThatThrownBy(() -> rule.rule().check(offender))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(", because ")
        .hasMessageContaining(rule.offender().getSimpleName());
  }
}
