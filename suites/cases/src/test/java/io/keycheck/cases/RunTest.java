package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.common.MountIsReadOnly;
import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.Progress;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** What becomes of a run and its cases; no lab is ever started here. */
class RunTest {
  private static final CaseInfo READ_ONLY = CaseCatalogue.info(MountIsReadOnly.class, "vault");
  private static final CaseInfo IN_MEMORY = CaseCatalogue.info(MountIsInMemory.class, "vault");

  @TempDir private Path folder;

  private final List<CaseResult> told = new CopyOnWriteArrayList<>();

  private Run run(String... settings) {
    Map<String, String> values = new HashMap<>(Map.of("report", folder.resolve("r").toString()));
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new Run(
        RunSettings.read(name -> Optional.ofNullable(values.get(name))),
        Progress.silent(),
        told::add);
  }

  /** One whose lab cannot start: no kubeconfig has this context. */
  private Run runWithoutLab() {
    return run(
        "cluster", "adopted", "context", "no/such:context", "i-may-write-to", "no/such:context");
  }

  private CaseResult ended(Throwable thrown) {
    run().ended(READ_ONLY, Instant.now(), Duration.ZERO, Optional.ofNullable(thrown));
    return told.get(0);
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(
            new AssertionError("expected: tmpfs"),
            Outcome.FAILED,
            "promise-broken",
            "expected: tmpfs"),
        Arguments.of(
            new Skip(new Reason("no-second-node", "The cluster has one node.")),
            Outcome.SKIPPED,
            "no-second-node",
            "The cluster has one node."),
        Arguments.of(
            new TestAbortedException("assumption failed"),
            Outcome.SKIPPED,
            "not-applicable",
            "assumption failed"),
        Arguments.of(
            new ClusterBroke("The node is gone."),
            Outcome.INCONCLUSIVE,
            "cluster-broke",
            "The node is gone."),
        Arguments.of(
            new AssertionError("expected: no failure", new ClusterBroke("The node is gone.")),
            Outcome.INCONCLUSIVE,
            "cluster-broke",
            "The node is gone."),
        Arguments.of(
            new SetUpFailed("No Docker engine answers."),
            Outcome.INCONCLUSIVE,
            "set-up-failed",
            "No Docker engine answers."),
        Arguments.of(
            at(new IllegalStateException("oops")),
            Outcome.INCONCLUSIVE,
            "kit-stumbled",
            "Keycheck itself went wrong, which says nothing of what it was trying:"
                + " IllegalStateException, oops, at kit.Part.work(Part.java:7)."),
        Arguments.of(
            at(new StackOverflowError()),
            Outcome.INCONCLUSIVE,
            "kit-stumbled",
            "Keycheck itself went wrong, which says nothing of what it was trying:"
                + " StackOverflowError, at kit.Part.work(Part.java:7)."),
        Arguments.of(
            new AssertionError(""),
            Outcome.FAILED,
            "promise-broken",
            "java.lang.AssertionError: "));
  }

  private static Throwable at(Throwable thrown) {
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("kit.Part", "work", "Part.java", 7)});
    return thrown;
  }

  @ParameterizedTest
  @MethodSource("endings")
  void howACaseEndedFollowsFromWhatItThrew(
      Throwable thrown, Outcome outcome, String code, String sentence) {
    CaseResult result = ended(thrown);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.reason()).contains(new Reason(code, sentence));
  }

  @Test
  void aCaseThatThrewNothingPassed() {
    assertThat(ended(null).outcome()).isEqualTo(Outcome.PASSED);
  }

  /** JUnit wraps what is thrown while the stage is set; nothing is said of the subject then. */
  @Test
  void aStageThatCouldNotBeSetIsTheSurroundingsFaultAndSaysWhy() {
    CaseResult broke =
        ended(new ParameterResolutionException("wrapped", new ClusterBroke("The node is gone.")));
    assertThat(broke.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(broke.reason()).contains(new Reason("cluster-broke", "The node is gone."));
  }

  @Test
  void evenAnAssertionWhileTheStageIsSetSaysNothingOfTheSubject() {
    CaseResult result =
        ended(new ParameterResolutionException("wrapped", new AssertionError("expected: a pod")));
    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.reason().orElseThrow().code()).isNotEqualTo("promise-broken");
  }

  @Test
  void aCaseIsToldOnceWithWhatItNoted() {
    Run run = run();
    run.keep(
        READ_ONLY, Observations.of(List.of(new Evidence("the refusal", "read-only file system"))));
    run.ended(READ_ONLY, Instant.now(), Duration.ZERO, Optional.empty());
    run.ended(READ_ONLY, Instant.now(), Duration.ZERO, Optional.of(new AssertionError("again")));
    assertThat(told)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
              assertThat(result.evidence()).extracting(Evidence::name).containsOnly("the refusal");
            });
  }

  @Test
  void anAbortInterruptsWhatRunsAndRefusesWhatBegins() throws InterruptedException {
    Run run = run();
    Reason why = new Reason("time-over", "The run's time of 1 s was over.");
    Throwable[] thrown = new Throwable[1];
    Thread running =
        new Thread(
            () -> {
              run.begins(Thread.currentThread());
              synchronized (thrown) {
                thrown.notifyAll();
                thrown[0] = catchThrowable(() -> thrown.wait(20_000));
              }
            });
    synchronized (thrown) {
      running.start();
      thrown.wait(20_000);
    }
    run.abort(why);
    running.join(20_000);
    assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> run.begins(Thread.currentThread()))
        .isInstanceOf(ClusterBroke.class)
        .hasMessage(why.sentence());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aCaseThatHasEndedIsNotInterrupted() {
    Run run = run();
    run.begins(Thread.currentThread());
    run.ends(Thread.currentThread());
    run.abort(new Reason("interrupted", "The run was interrupted."));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void afterAnAbortNoFailureCountsAgainstTheSubject() {
    Run run = run();
    Reason why = new Reason("interrupted", "The run was interrupted.");
    run.ended(
        IN_MEMORY, Instant.now(), Duration.ZERO, Optional.of(new AssertionError("a real one")));
    run.abort(why);
    run.ended(
        READ_ONLY, Instant.now(), Duration.ZERO, Optional.of(new AssertionError("expected: …")));
    assertThat(told.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(told.get(1).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(told.get(1).reason()).contains(why);
    assertThat(run.report().results())
        .filteredOn(result -> !result.info().equals(IN_MEMORY))
        .allSatisfy(result -> assertThat(result.reason()).contains(why));
  }

  @Test
  void aReportAccountsForEveryCaseOfTheCatalogue() {
    RunReport report = run().report();
    assertThat(report.accountsForCatalogue()).isTrue();
    assertThat(report.results())
        .allMatch(result -> result.outcome() == Outcome.INCONCLUSIVE)
        .allSatisfy(
            result -> assertThat(result.reason().orElseThrow().code()).isEqualTo("not-run"));
    assertThat(report.verdict().exitCode()).isEqualTo(3);
  }

  @Test
  void casesThatWereNotChosenAreSkippedAsSuch() {
    RunReport report = run("cases", "mount-is-read-only").report();
    assertThat(report.selection()).isTrue();
    assertThat(report.accountsForCatalogue()).isTrue();
    assertThat(report.results(Outcome.INCONCLUSIVE))
        .extracting(CaseResult::info)
        .containsExactly(READ_ONLY);
    assertThat(report.results(Outcome.SKIPPED)).allMatch(CaseResult::leftOut);
  }

  @Test
  void withoutALabNothingIsSaidOfASubject() {
    Run run = run();
    for (CaseInfo info : CaseCatalogue.of(Suite.VAULT).cases()) {
      run.ended(info, Instant.now(), Duration.ZERO, Optional.empty());
    }
    RunReport report = run.report();
    assertThat(report.verdict()).isNotEqualTo(Verdict.CONFORMANT);
    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.fingerprint().components()).isEmpty();
  }

  @Test
  void aLabThatDoesNotStartIsTriedOnceAndItsSentenceRepeated() {
    Run run = runWithoutLab();
    Throwable first = catchThrowable(run::lab);
    assertThat(first).isInstanceOf(SetUpFailed.class).hasMessageStartingWith("The kubeconfig ");
    assertThatThrownBy(run::lab).isSameAs(first);
    assertThat(run.leftovers()).isEmpty();
    assertThatCode(run::stop).doesNotThrowAnyException();
  }

  @Test
  void aRunWhoseLabNeverStartedLeavesAReportAllTheSame() throws IOException {
    Run run = runWithoutLab();
    Throwable failed = catchThrowable(run::lab);
    run.ended(
        READ_ONLY,
        Instant.now(),
        Duration.ZERO,
        Optional.of(new ParameterResolutionException("wrapped", failed)));

    RunReport report = run.finish();
    run.write(report, Optional.empty());

    assertThat(report.exitCode()).isEqualTo(3);
    RunReport read = RunReportJson.read(Files.readAllBytes(folder.resolve("r/run-report.json")));
    assertThat(read.accountsForCatalogue()).isTrue();
    assertThat(read.runId()).isEqualTo(run.settings().lab().runId());
    assertThat(read.results(Outcome.INCONCLUSIVE))
        .filteredOn(result -> result.info().equals(READ_ONLY))
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.reason())
                    .contains(new Reason("set-up-failed", failed.getMessage())));
  }

  @Test
  void aReportThatCannotBeWrittenIsOneSentenceAndTakesNoVerdictAway() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    Run run = run("report", file.resolve("report").toString());
    RunReport report = run.finish();
    assertThatThrownBy(() -> run.write(report, Optional.empty()))
        .isInstanceOf(SetUpFailed.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void theSettingsAreInTheReport() {
    RunReport report = run("fault", "own", "cases", "mount-is-read-only").report();
    assertThat(report.configuration())
        .containsEntry("fault", "own")
        .containsEntry("cases", "mount-is-read-only")
        .containsEntry("cluster", "auto");
    assertThat(report.fault()).contains("own");
  }
}
