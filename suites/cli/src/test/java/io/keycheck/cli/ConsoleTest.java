package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.common.MountIsReadOnly;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  private static final CaseInfo INFO = CaseCatalogue.info(MountIsReadOnly.class, "vault");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Console console(boolean colour) {
    return new Console(new PrintWriter(out), new PrintWriter(err), colour);
  }

  private static CaseResult result(Outcome outcome, String sentence) {
    return new CaseResult(
        INFO,
        outcome,
        Optional.of(new Reason("a-code", sentence)).filter(r -> outcome != Outcome.PASSED),
        Instant.now(),
        Duration.ofMillis(2340),
        Observations.NONE);
  }

  @Test
  void aCaseThatPassedIsOneLine() {
    console(false).result(result(Outcome.PASSED, "-"));
    assertThat(out.toString().lines())
        .containsExactly("passed         2.3 s  mount-is-read-only/vault");
  }

  @ParameterizedTest
  @CsvSource({"FAILED, 'failed         2.3 s'", "INCONCLUSIVE, 'inconclusive   2.3 s'"})
  void aCaseThatDidNotPassIsFollowedByItsReasonOnOneLine(Outcome outcome, String start) {
    console(false).result(result(outcome, "expected: ro\n  but was: rw\n"));
    assertThat(out.toString().lines())
        .containsExactly(
            start + "  mount-is-read-only/vault", "             expected: ro but was: rw");
  }

  @Test
  void aSkippedCaseNeedsNoMoreWords() {
    console(false).result(result(Outcome.SKIPPED, "Not asked for."));
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void coloursAreForPeopleAlone() {
    console(true).result(result(Outcome.FAILED, "x"));
    assertThat(out.toString()).startsWith("\u001b[31mfailed      \u001b[0m");
  }

  @Test
  void progressGoesToTheOtherStreamWithTheTimeSinceTheStart() {
    console(false).progress("starting a cluster");
    assertThat(err.toString()).matches("keycheck +\\d+\\.\\d s  starting a cluster\\R");
    assertThat(out.toString()).isEmpty();
  }
}
