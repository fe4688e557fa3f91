package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.secrecy.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites on a live cluster: they pass, and they fail on each fault that they are shown. */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SuiteLive.Progress.class)
final class SuiteLive {
  /**
   * Long enough for two pods on a busy machine; the faults that never end are waited for so long.
   */
  private static final String SETTLE = "25s";

  /** Shorter than a slow provider takes, which is 20 s. */
  private static final String SETTLE_BEFORE_A_SLOW_PROVIDER = "12s";

  /** What an uneven provider does depends on when a case looks: a refresh is a mount too. */
  private static final String UNEVEN = "uneven";

  /** Its run waits less than others. */
  private static final String SLOW = "slow";

  /** Each takes the place of what the others do to versions. */
  private static final Set<String> OF_VERSIONS =
      Set.of("value-as-version", "no-versions", "no-object-versions");

  /** The suites of those cases that look inside an app, or follow a rotation. */
  private static final Set<Suite> TOPICS = EnumSet.of(Suite.OVERRIDE, Suite.ROTATION);

  @TempDir Path temporary;

  /** The suite of all stores comes first: the cluster that it keeps serves the others. */
  @ParameterizedTest
  @ValueSource(strings = {"all", "vault", "aws", "override", "rotation"})
  @Order(1)
  void aSuiteEndsWithItsCertificateAndLeavesNothingBehind(String suite) throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended =
        new Keycheck().run("certify", "--suite", suite, "--keep", "--report", folder.toString());
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    RunReport report = report(folder);
    assertThat(report.verdict())
        .isEqualTo(RunReport.PROFILES.contains(suite) ? Verdict.CONFORMANT : Verdict.PASSED);
    assertThat(report.accountsForCatalogue()).as("every case of the catalogue is there").isTrue();
    assertThat(report.title()).startsWith(report.verdict().words() + " with stand-ins: ");
    assertThat(report.fingerprint().components())
        .as("the providers that the report names")
        .filteredOn(part -> part.role().equals("provider"))
        .hasSize(Suite.parse(suite).stores().size());
    assertThat(report.fingerprint().components())
        .as("the parts that the report names")
        .extracting("role")
        .contains(
            "kubernetes", "node", "csi-driver", "provider", "store", "app", "operator", "runtime");
    assertThat(report.fingerprint().components())
        .as("the version of the driver, asked of the driver itself")
        .anySatisfy(
            part -> {
              assertThat(part.role()).isEqualTo("csi-driver");
              assertThat(part.version()).isEqualTo("v1.6.0");
            });
    assertThat(folder).isDirectoryContaining("glob:**/junit.xml");
    assertThat(folder.resolve("allure-results")).isNotEmptyDirectory();
    assertThat(KeptCluster.namespacesOfRuns()).as("namespaces left behind").isEmpty();
    assertNoValue(ended, folder);
  }

  @Test
  @Order(2)
  void everyCaseFailsOnItsOwnFault() throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended = broken("all", "own", folder, Set.of());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    RunReport report = report(folder);
    assertThat(report.results())
        .as("cases that did not fail on their own fault")
        .filteredOn(result -> result.outcome() != Outcome.FAILED)
        .isEmpty();
    assertThat(report.title()).doesNotContain("conformant");
    assertNoValue(ended, folder);
  }

  @ParameterizedTest
  @Order(3)
  @MethodSource("misbehaviours")
  void aMisbehavingProviderIsNoticedByExactlyTheCasesThatSaySo(String suite, String misbehaviour)
      throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended =
        broken(suite, misbehaviour, folder, shownTo(Suite.parse(suite)).keySet());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    Set<String> failed = new TreeSet<>();
    RunReport report = report(folder);
    report.results(Outcome.FAILED).stream().map(r -> r.info().key()).forEach(failed::add);
    assertThat(failed)
        .as(
            () ->
                "the cases that failed under "
                    + misbehaviour
                    + ", against those that say so; "
                    + reasons(report))
        .isNotEmpty()
        .isEqualTo(noticing(Suite.parse(suite), misbehaviour));
    assertThat(report.results(Outcome.INCONCLUSIVE)).as("inconclusive cases").isEmpty();
    assertNoValue(ended, folder);
  }

  /** The tests take long, and Maven says nothing before their end. */
  static final class Progress implements BeforeEachCallback, TestWatcher {
    @Override
    public void beforeEach(ExtensionContext test) {
      System.out.println("live: " + test.getDisplayName());
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
      System.out.println("live: failed: " + test.getDisplayName() + ": " + cause.getMessage());
    }
  }

  /**
   * Misbehaviours that no case notices two of are shown in one run, for time's sake: what failed
   * then says whose doing it was. What Operator and runtime do wrong, and what no other case would
   * notice, is shown to the cases that look inside an app or follow a rotation; all else to the
   * others.
   */
  static Stream<Arguments> misbehaviours() {
    SortedSet<String> common = CaseCatalogue.misbehaviours(Suite.ALL);
    return Stream.of(Suite.OVERRIDE, Suite.ROTATION, Suite.ALL, Suite.VAULT, Suite.AWS)
        .flatMap(
            suite -> {
              SortedSet<String> shown = CaseCatalogue.misbehaviours(suite);
              shown.removeIf(name -> name.equals(UNEVEN) || noticing(suite, name).isEmpty());
              if (TOPICS.contains(suite)) {
                shown.removeIf(name -> !isOfApp(name) && !noticing(Suite.ALL, name).isEmpty());
              }
              if (suite == Suite.VAULT || suite == Suite.AWS) {
                shown.removeAll(common);
              }
              return together(suite, shown).stream()
                  .map(names -> Arguments.of(suite.id(), String.join(",", names)));
            });
  }

  /** The cases that misbehaviours are shown to. */
  private static Map<String, Class<? extends Breakable>> shownTo(Suite suite) {
    Map<String, Class<? extends Breakable>> cases = new TreeMap<>(CaseCatalogue.classes(suite));
    if (!TOPICS.contains(suite)) {
      cases.values().removeIf(type -> TOPICS.stream().anyMatch(topic -> topic.has(type)));
    }
    return cases;
  }

  /** Whether the stand-in of the Operator or of the runtime does it, rather than a provider's. */
  private static boolean isOfApp(String misbehaviour) {
    return misbehaviour.startsWith("operator-") || misbehaviour.startsWith("runtime-");
  }

  /** The fewest runs that are easily found: who is noticed by most comes first. */
  private static List<List<String>> together(Suite suite, Set<String> misbehaviours) {
    List<List<String>> runs = new ArrayList<>();
    misbehaviours.stream()
        .sorted(Comparator.comparingInt(name -> -noticing(suite, name).size()))
        .forEach(
            name ->
                runs.stream()
                    .filter(run -> run.stream().allMatch(other -> goTogether(suite, name, other)))
                    .findFirst()
                    .orElseGet(
                        () -> {
                          runs.add(new ArrayList<>());
                          return runs.get(runs.size() - 1);
                        })
                    .add(name));
    return runs;
  }

  private static boolean goTogether(Suite suite, String one, String other) {
    boolean sameVersions = OF_VERSIONS.contains(one) && OF_VERSIONS.contains(other);
    boolean alone = one.equals(SLOW) || other.equals(SLOW);
    return !sameVersions
        && !alone
        && Collections.disjoint(noticing(suite, one), noticing(suite, other));
  }

  private static String reasons(RunReport report) {
    return report.results().stream()
        .filter(result -> result.reason().isPresent())
        .map(result -> result.info().id() + ": " + result.reason().get().sentence())
        .collect(Collectors.joining("\n"));
  }

  private static Keycheck.Ended broken(String suite, String fault, Path folder, Set<String> cases)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("certify", "--suite", suite, "--keep", "--fault", fault));
    command.add("--settle");
    command.add(fault.equals(SLOW) ? SETTLE_BEFORE_A_SLOW_PROVIDER : SETTLE);
    command.addAll(List.of("--report", folder.toString()));
    cases.forEach(id -> command.addAll(List.of("--case", id)));
    return new Keycheck().run(command.toArray(String[]::new));
  }

  private static Set<String> noticing(Suite suite, String misbehaviours) {
    Set<String> keys = new TreeSet<>();
    for (String store : suite.stores()) {
      shownTo(suite)
          .forEach(
              (id, type) -> {
                Set<String> notices = CaseCatalogue.notices(type, store);
                if (Stream.of(misbehaviours.split(",", -1)).anyMatch(notices::contains)) {
                  keys.add(CaseCatalogue.info(type, store).key());
                }
              });
    }
    return keys;
  }

  private static RunReport report(Path folder) throws Exception {
    return RunReportJson.read(Files.readAllBytes(folder.resolve("run-report.json")));
  }

  /** Every random value of the kit starts with one word: nothing that was written may hold it. */
  private static void assertNoValue(Keycheck.Ended ended, Path folder) throws IOException {
    assertThat(ended.out()).as("what was printed").doesNotContain(SecretText.CANARY);
    assertThat(ended.err()).as("what was printed as progress").doesNotContain(SecretText.CANARY);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).filter(SuiteLive::holdsValue))
          .as("files of the report that hold a value")
          .isEmpty();
    }
  }

  private static boolean holdsValue(Path file) {
    try {
      return Files.readString(file).contains(SecretText.CANARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
