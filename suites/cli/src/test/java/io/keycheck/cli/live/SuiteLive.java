package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Suite;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.secrecy.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
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

  @TempDir Path temporary;

  /**
   * The suite of all stores has every case; it comes first, as the cluster that it keeps serves the
   * others.
   */
  @ParameterizedTest
  @ValueSource(strings = {"all", "vault"})
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

  @ParameterizedTest(name = "run {0} of faults")
  @Order(2)
  @MethodSource("runsOfFaults")
  void casesFailOnTheirFaultsAndOnNoOthers(String number, List<Trials.Trial> trials)
      throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended = broken(trials, folder);
    RunReport report = report(folder);
    Map<String, CaseResult> results =
        report.results().stream()
            .collect(Collectors.toMap(result -> result.info().key(), result -> result));
    assertThat(trials)
        .as("cases that did not end as they must under their faults")
        .filteredOn(trial -> results.get(trial.key()).outcome() != trial.wanted())
        .extracting(trial -> trial + ": " + seen(results.get(trial.key())))
        .isEmpty();
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(failing(trials) ? 1 : 0);
    assertThat(report.title()).doesNotContain("conformant");
    assertNoValue(ended, folder);
  }

  private static boolean failing(List<Trials.Trial> trials) {
    return trials.stream().anyMatch(trial -> trial.wanted() == Outcome.FAILED);
  }

  private static String seen(CaseResult result) {
    return result.outcome().word()
        + result.reason().map(reason -> ", " + reason.sentence()).orElse("");
  }

  static Stream<Arguments> runsOfFaults() {
    List<List<Trials.Trial>> runs = Trials.asked().runs();
    return IntStream.range(0, runs.size())
        .mapToObj(i -> Arguments.of((i + 1) + " of " + runs.size(), runs.get(i)));
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

  private static Keycheck.Ended broken(List<Trials.Trial> trials, Path folder)
      throws IOException, InterruptedException {
    boolean slow = trials.stream().anyMatch(trial -> trial.fault().equals(Trials.SLOW));
    return new Keycheck()
        .run(
            "certify",
            "--suite",
            "all",
            "--keep",
            "--settle",
            slow ? SETTLE_BEFORE_A_SLOW_PROVIDER : SETTLE,
            "--report",
            folder.toString(),
            "--fault",
            trials.stream()
                .map(trial -> trial.key() + "=" + trial.fault())
                .collect(Collectors.joining(";")));
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
