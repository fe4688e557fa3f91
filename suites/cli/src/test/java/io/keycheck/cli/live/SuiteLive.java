package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Case;
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
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
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
final class SuiteLive {
  /**
   * Long enough for two pods on a busy machine; the faults that never end are waited for so long.
   */
  private static final String SETTLE = "25s";

  /** Shorter than a slow provider takes, which is 20 s. */
  private static final String SETTLE_BEFORE_A_SLOW_PROVIDER = "12s";

  /** What an uneven provider does depends on when a case looks: a refresh is a mount too. */
  private static final String UNEVEN = "uneven";

  /** It takes the place of what other misbehaviours do to versions. */
  private static final String VALUE_AS_VERSION = "value-as-version";

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
    Keycheck.Ended ended = broken("all", "own", folder);
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
    Keycheck.Ended ended = broken(suite, misbehaviour, folder);
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

  /** The tests take twenty minutes, in which Maven says nothing. */
  @BeforeEach
  void say(TestInfo test) {
    System.out.println("live: " + test.getDisplayName());
  }

  /**
   * What many cases notice is shown to all stores at once; what few do, to Vault one by one, and to
   * AWS together in one run, for time's sake. What Operator and runtime do wrong is shown to the
   * suites of those cases alone that look inside an app.
   */
  static Stream<Arguments> misbehaviours() {
    SortedSet<String> common = CaseCatalogue.misbehaviours(Suite.ALL);
    Set<String> ofVault = new TreeSet<>(CaseCatalogue.misbehaviours(Suite.VAULT));
    Set<String> ofAws = new TreeSet<>(CaseCatalogue.misbehaviours(Suite.AWS));
    List<Arguments> all = new ArrayList<>();
    for (Suite topic : List.of(Suite.OVERRIDE, Suite.ROTATION)) {
      common.stream()
          .filter(SuiteLive::isOfApp)
          .filter(name -> !noticing(topic, name).isEmpty())
          .forEach(name -> all.add(Arguments.of(topic.id(), name)));
    }
    List.of(common, ofVault, ofAws)
        .forEach(names -> names.removeIf(name -> name.equals(UNEVEN) || isOfApp(name)));
    common.stream().filter(SuiteLive::isLoud).forEach(name -> all.add(Arguments.of("all", name)));
    ofVault.stream()
        .filter(name -> !common.contains(name) || !isLoud(name))
        .forEach(name -> all.add(Arguments.of("vault", name)));
    ofAws.stream()
        .filter(name -> !common.contains(name) && isLoud(name))
        .forEach(name -> all.add(Arguments.of("aws", name)));
    all.add(Arguments.of("aws", VALUE_AS_VERSION));
    all.add(
        Arguments.of(
            "aws",
            ofAws.stream()
                .filter(name -> !isLoud(name) && !name.equals(VALUE_AS_VERSION))
                .collect(Collectors.joining(","))));
    return all.stream();
  }

  /** Whether the stand-in of the Operator or of the runtime does it, rather than a provider's. */
  private static boolean isOfApp(String misbehaviour) {
    return misbehaviour.startsWith("operator-") || misbehaviour.startsWith("runtime-");
  }

  /** Whether more than one of the cases that are true of every store notices it. */
  private static boolean isLoud(String misbehaviour) {
    return CaseCatalogue.classes().stream()
            .filter(type -> type.getAnnotation(Case.class).stores().length == 0)
            .filter(type -> CaseCatalogue.notices(type).contains(misbehaviour))
            .count()
        > 1;
  }

  private static String reasons(RunReport report) {
    return report.results().stream()
        .filter(result -> result.reason().isPresent())
        .map(result -> result.info().id() + ": " + result.reason().get().sentence())
        .collect(Collectors.joining("\n"));
  }

  private static Keycheck.Ended broken(String suite, String fault, Path folder)
      throws IOException, InterruptedException {
    return new Keycheck()
        .run(
            "certify",
            "--suite",
            suite,
            "--keep",
            "--fault",
            fault,
            "--settle",
            fault.equals("slow") ? SETTLE_BEFORE_A_SLOW_PROVIDER : SETTLE,
            "--report",
            folder.toString());
  }

  private static Set<String> noticing(Suite suite, String misbehaviours) {
    Set<String> keys = new TreeSet<>();
    for (String store : suite.stores()) {
      CaseCatalogue.classes(suite)
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
