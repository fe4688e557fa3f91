package io.keycheck.cli.live;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The failure suite on a live cluster: each fault is named and mended, and missed if left out. */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
final class FailureLive {
  /** As long as what never comes is waited for; a pod must be able to start in it. */
  private static final String SETTLE = "10s";

  @TempDir Path temporary;

  @Test
  void eachFaultIsNamedByExactlyTheChecksThatMustNameItAndIsMended() throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended =
        new Keycheck()
            .run("certify", "--suite", "failure", "--keep", "--report", folder.toString());
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    RunReport report = RunReportJson.read(folder.resolve("run-report.json"));
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.results())
        .as("the matrix is diagonal")
        .allSatisfy(result -> assertThat(named(result)).isEqualTo(expected(result)));
    Recognition recognition = Recognition.of(report).orElseThrow();
    assertThat(recognition.faults()).isGreaterThanOrEqualTo(70);
    assertThat(ended.out()).contains(recognition.sentence());
    assertThat(folder.resolve("certificate.html")).content().contains(recognition.sentence());
    assertThat(KeptCluster.leftByRuns()).as("what runs left behind").isEmpty();
    eventually("the namespaces that were asked to go are gone", KeptCluster::namespacesOfRuns)
        .within(Duration.ofMinutes(2))
        .every(Duration.ofSeconds(1))
        .until(List::isEmpty);
  }

  @Test
  void aFaultThatIsLeftOutIsMissed() throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended =
        new Keycheck()
            .run(
                "certify",
                "--suite",
                "failure",
                "--keep",
                "--fault",
                "own",
                "--settle",
                SETTLE,
                "--report",
                folder.toString());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    RunReport report = RunReportJson.read(folder.resolve("run-report.json"));
    assertThat(report.results())
        .as("cases that did not fail without their fault")
        .filteredOn(result -> result.outcome() != Outcome.FAILED)
        .isEmpty();
    assertThat(Recognition.of(report).orElseThrow().right()).as("checks named").isZero();
  }

  private static String named(CaseResult result) {
    return result.info().key() + " " + result.seen().checks();
  }

  private static String expected(CaseResult result) {
    return result.info().key() + " " + result.seen().expected();
  }
}
