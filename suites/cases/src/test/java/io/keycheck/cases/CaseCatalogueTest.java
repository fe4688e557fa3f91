package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.cases.failure.Fault;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Checks;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Level;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseCatalogueTest {
  private static final String[] NOT_INJECTED = {
    "store-not-used", "parameter-mistyped", "key-vault-not-set"
  };

  private static final Path IDS = Path.of("src/test/resources/io/keycheck/cases/ids.txt");

  static List<Class<? extends Breakable>> all() {
    return CaseCatalogue.classes();
  }

  /** Those that enforce a sentence of the document; the faults enforce what checks say. */
  static List<Class<? extends Breakable>> cases() {
    return all().stream().filter(type -> type.isAnnotationPresent(Case.class)).toList();
  }

  static List<Class<? extends Breakable>> faults() {
    return all().stream().filter(type -> type.isAnnotationPresent(Fault.class)).toList();
  }

  /** The main classes of this module, found by their files. */
  private static List<Class<?>> mainClasses() throws IOException, URISyntaxException {
    Path root = Path.of(Case.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .<Class<?>>map(CaseCatalogueTest::named)
          .toList();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, Case.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("a class file that is no class", e);
    }
  }

  private static Breakable made(Class<? extends Breakable> type) {
    try {
      Constructor<? extends Breakable> constructor = type.getDeclaredConstructor();
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MountIsReadOnly, mount-is-read-only",
    "KvVersionOneMountsTheStoredBytes, kv-version-one-mounts-the-stored-bytes",
    "ABCase, ab-case",
    "Sha256Digest, sha256-digest"
  })
  void anIdIsTheKebabCaseOfAClass(String name, String id) {
    assertThat(CaseCatalogue.kebab(name)).isEqualTo(id);
  }

  /** Reports, scripts and waivers name cases by id: renaming one is an act that is reviewed. */
  @Test
  void noIdChangesByAccident() throws IOException {
    String ids =
        all().stream().map(CaseCatalogue::id).sorted().collect(Collectors.joining("\n", "", "\n"));
    Golden.assertSame(IDS, ids);
  }

  @Test
  void everyClassThatIsACaseIsListedAndNoneTwice() throws Exception {
    Set<String> declared =
        mainClasses().stream()
            .filter(
                type ->
                    type.isAnnotationPresent(Case.class) || type.isAnnotationPresent(Fault.class))
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> listed = all().stream().map(Class::getName).toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseHasExactlyOnePromiseWhichAsksForItsStage(Class<? extends Breakable> type) {
    List<Method> promises =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Promise.class))
            .toList();
    assertThat(promises).hasSize(1);
    assertThat(promises.get(0).getParameterTypes()).containsExactly(Stage.class);
    assertThat(Modifier.isFinal(type.getModifiers())).as("whether the class is final").isTrue();
  }

  /** A check that cannot fail is a defect. */
  @ParameterizedTest
  @MethodSource("all")
  void aCaseDeclaresTheFaultThatMakesItFail(Class<? extends Breakable> type) {
    Faults faults = new Faults();
    made(type).breakBy(faults);
    assertThat(faults.isEmpty()).as("whether nothing would be broken").isFalse();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseNamesTheSectionOfTheDocumentThatItEnforces(Class<? extends Breakable> type) {
    assertThat(type.getAnnotation(Case.class).spec())
        .matches("[1-4](\\.[1-2])?(, steps? \\d+( (and|to) \\d+)?:| [A-Z][A-Za-z ]+:) .+");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseSaysWhenItFailsAsTheEndOfASentence(Class<? extends Breakable> type) {
    String failsWhen = type.getAnnotation(Case.class).failsWhen();
    assertThat(failsWhen).matches("(the|the|Vault|a|an) .+[^.]");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseCameWithAVersion(Class<? extends Breakable> type) {
    assertThat(type.getAnnotation(Case.class).since()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseNamesOnlyStoresThatASuiteHas(Class<? extends Breakable> type) {
    List<String> known =
        Arrays.stream(Suite.values()).flatMap(suite -> suite.stores().stream()).toList();
    assertThat(type.getAnnotation(Case.class).stores()).isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseNoticesOnlyMisbehavioursThatTheStandInCanShow(Class<? extends Breakable> type)
      throws IOException {
    assertThat(Misbehaviours.read().keySet()).containsAll(CaseCatalogue.notices(type));
  }

  @Test
  void everythingThatTheStandInCanDoWrongIsNoticedBySomeCase() throws IOException {
    assertThat(CaseCatalogue.misbehaviours())
        .containsExactlyInAnyOrderElementsOf(Misbehaviours.read().keySet());
  }

  @Test
  void aCaseThatMountsNothingNoticesNothingOfTheProvider() {
    for (Class<? extends Breakable> type : cases()) {
      if (!type.getAnnotation(Case.class).mounts()) {
        assertThat(CaseCatalogue.notices(type))
            .as(type.getSimpleName())
            .allMatch(name -> name.startsWith("operator-") || name.startsWith("runtime-"));
      } else {
        assertThat(CaseCatalogue.notices(type)).contains("dead", "slow");
        assertThat(CaseCatalogue.notices(type).contains("no-object-versions"))
            .as(type.getSimpleName())
            .isEqualTo(!type.getAnnotation(Case.class).refused());
      }
    }
  }

  @Test
  void thePromiseIsTheClassReadAsASentence() {
    CaseInfo info = CaseCatalogue.info(io.keycheck.cases.common.MountIsReadOnly.class, "vault");
    assertThat(info.promise()).isEqualTo("Mount is read only");
    assertThat(info.key()).isEqualTo("mount-is-read-only/vault");
    assertThat(info.level()).isEqualTo(Level.CORE);
  }

  @Test
  void aSuiteIsTheCasesThatAreTrueOfItsStoresOncePerStore() {
    assertThat(CaseCatalogue.of(Suite.VAULT).size())
        .isEqualTo(CaseCatalogue.classes(Suite.VAULT).size());
    assertThat(CaseCatalogue.of(Suite.VAULT).cases()).allMatch(c -> c.store().equals("vault"));
  }

  @Test
  void theFaultsAreOfNoSuiteButTheirOwnAndEachIsTriedWithOneStore() {
    assertThat(CaseCatalogue.of(Suite.ALL).size()).isEqualTo(103);
    for (Class<? extends Breakable> fault : faults()) {
      assertThat(CaseCatalogue.stores(fault, Suite.ALL)).as(fault.getSimpleName()).isEmpty();
      assertThat(CaseCatalogue.stores(fault, Suite.FAILURE)).as(fault.getSimpleName()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultNamesChecksThatThereAre(Class<? extends Breakable> type) {
    assertThat(type.getAnnotation(Fault.class).checks())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(Checks.of(id)).as(id).isPresent());
    assertThat(Modifier.isFinal(type.getModifiers())).as("whether the class is final").isTrue();
  }

  /** What no live cluster can be brought to show is in the decision on the failure suite. */
  @Test
  void eachCheckIsTheNameOfAFaultUnlessNoneCanBeInjected() {
    Set<String> named =
        faults().stream()
            .flatMap(type -> Arrays.stream(type.getAnnotation(Fault.class).checks()))
            .collect(Collectors.toSet());
    assertThat(Checks.all().stream().map(Check::id).filter(id -> !named.contains(id)))
        .containsExactlyInAnyOrder(NOT_INJECTED);
  }

  @Test
  void aSuiteOfATopicIsTheCasesOfItsPackageWithEachStore() {
    assertThat(CaseCatalogue.classes(Suite.OVERRIDE).values())
        .isNotEmpty()
        .allMatch(type -> type.getPackageName().endsWith(".override"));
    assertThat(CaseCatalogue.classes(Suite.ALL))
        .containsAllEntriesOf(CaseCatalogue.classes(Suite.OVERRIDE));
    assertThat(CaseCatalogue.of(Suite.OVERRIDE).cases())
        .extracting("store")
        .contains("vault", "aws");
  }

  @Test
  void someOfASuitesCasesAreChosenByIdInTheSuitesOrder() {
    assertThat(CaseCatalogue.classes(Suite.ALL, Set.of())).hasSameSizeAs(cases());
    assertThat(CaseCatalogue.classes(Suite.FAILURE, Set.of())).hasSameSizeAs(faults());
    List<String> all = List.copyOf(CaseCatalogue.classes(Suite.VAULT).keySet());
    assertThat(
            CaseCatalogue.classes(Suite.VAULT, Set.of(all.get(2), all.get(0))).stream()
                .map(CaseCatalogue::id))
        .containsExactly(all.get(0), all.get(2));
  }

  @Test
  void anUnknownCaseIsOneSentenceWithWhereToLook() {
    assertThatThrownBy(() -> CaseCatalogue.classes(Suite.VAULT, Set.of("mount-is-red-only")))
        .isInstanceOf(SetUpFailed.class)
        .hasMessage(
            "The suite vault has no case 'mount-is-red-only': run 'keycheck list cases' to see"
                + " those it has.");
  }

  @Test
  void anUnknownSuiteIsOneSentenceWithThoseThatThereAre() {
    assertThat(Suite.parse("vault")).isEqualTo(Suite.VAULT);
    assertThatThrownBy(() -> Suite.parse("Vault"))
        .isInstanceOf(SetUpFailed.class)
        .hasMessage(
            "There is no suite 'Vault': choose vault, aws, all, override, rotation, failure.");
  }
}
