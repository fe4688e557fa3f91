package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.keycheck.cases.Case;
import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.Operated;
import io.keycheck.lab.Lab;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.DocumentSample;
import io.keycheck.lab.sample.VaultSample;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.stage.TokenRequests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a case uses it declares: else it is planned wrongly, and not skipped where it must be. */
class DeclaredNeedsTest {
  @Test
  void whatACaseUsesItDeclares() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Class<?> type : CaseCatalogue.classes()) {
      Case declared = type.getAnnotation(Case.class);
      if (declared == null || type.getPackageName().endsWith(".dynamic")) {
        continue;
      }
      looked++;
      JavaClass seen = new ClassFileImporter().importClass(type);
      boolean aws = List.of(declared.stores()).equals(List.of("aws"));
      List<Need> needs = Arrays.asList(declared.needs());
      compare(
          wrong,
          type,
          "the Operator",
          uses(seen, Operated.class),
          needs.contains(Need.OPERATOR_STAND_IN));
      compare(
          wrong,
          type,
          "the driver",
          uses(seen, DriverOfOurs.class) || uses(seen, TokenRequests.class),
          needs.contains(Need.OWN_DRIVER));
      compare(
          wrong,
          type,
          "the AWS provider's log",
          CaseCatalogue.stores(type).contains("aws")
              && calls(seen, Set.of("awaitRefused", "awaitLoggedByAwsProvider")),
          needs.contains(Need.AWS_PROVIDER_LOG));
      compare(
          wrong,
          type,
          "rotation",
          calls(seen, Set.of("relyOnRefreshes")),
          needs.contains(Need.ROTATION));
      compare(
          wrong,
          type,
          "the shared sample",
          calls(seen, Set.of("lookAtSample")),
          Arrays.asList(declared.makes()).contains(Makes.SHARED_SAMPLE));
      if (!aws) {
        boolean sample = uses(seen, VaultSample.class) || uses(seen, DocumentSample.class);
        compare(wrong, type, "the sample", sample, needs.contains(Need.VAULT_AUTH_MOUNT));
        compare(
            wrong,
            type,
            "the sample's things",
            sample,
            Arrays.asList(declared.makes()).contains(Makes.DOCUMENT_SAMPLE));
      }
    }
    assertThat(looked).as("cases that were looked at").isGreaterThan(50);
    assertThat(wrong).as("cases that declare otherwise than they do").isEmpty();
  }

  /** Whatever one of them changed, the others would see. */
  @Test
  void whoLooksAtTheSharedSampleChangesNothingOfIt() {
    List<Class<?>> looking =
        CaseCatalogue.classes().stream()
            .<Class<?>>map(type -> type)
            .filter(type -> type.isAnnotationPresent(Case.class))
            .filter(
                type ->
                    Arrays.asList(type.getAnnotation(Case.class).makes())
                        .contains(Makes.SHARED_SAMPLE))
            .toList();
    assertThat(looking).as("cases that look at the shared sample").hasSizeGreaterThan(5);
    for (Class<?> type : looking) {
      JavaClass seen = new ClassFileImporter().importClass(type);
      assertThat(called(seen, Stage.class))
          .as("what %s asks of its stage", type.getSimpleName())
          .isSubsetOf(
              "lookAtSample", "note", "lab", "anotherNamespace", "attach", "start", "awaitRefused");
      assertThat(called(seen, Environment.class))
          .as("what %s asks of the sample", type.getSimpleName())
          .isSubsetOf(
              "account",
              "blueprint",
              "expectedFiles",
              "files",
              "mendixApp",
              "mountPath",
              "mountedObjects",
              "pod",
              "requireStoredBytes",
              "run",
              "secretProviderClass");
      assertThat(called(seen, Lab.class))
          .as("what %s asks of the lab", type.getSimpleName())
          .isSubsetOf("redactor");
    }
  }

  /** Whether it calls the stage by one of these names. */
  private static boolean calls(JavaClass seen, Set<String> names) {
    return called(seen, Stage.class).stream().anyMatch(names::contains);
  }

  private static Set<String> called(JavaClass seen, Class<?> owner) {
    return seen.getMethodCallsFromSelf().stream()
        .map(call -> call.getTarget())
        .filter(target -> target.getOwner().isEquivalentTo(owner))
        .map(target -> target.getName())
        .collect(Collectors.toSet());
  }

  private static void compare(
      List<String> wrong, Class<?> type, String what, boolean does, boolean says) {
    if (does != says) {
      wrong.add(
          type.getSimpleName()
              + (does ? " uses " : " does not use ")
              + what
              + ", and says otherwise");
    }
  }

  private static boolean uses(JavaClass seen, Class<?> what) {
    return seen.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(what));
  }
}
