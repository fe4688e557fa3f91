package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognitionTest {
  @Test
  void aRunThatInjectsNoFaultHasNone() {
    assertThat(Recognition.of(Reports.everything())).isEmpty();
  }

  @Test
  void whatWasMissedLowersRecallAndWhatWasTooMuchPrecision() {
    RunReport report =
        Reports.of(
            List.of(
                fault("right", Outcome.PASSED, List.of("class-missing"), List.of("class-missing")),
                fault("missed", Outcome.FAILED, List.of("vault-sealed"), List.of()),
                fault(
                    "too-much",
                    Outcome.FAILED,
                    List.of("key-unknown"),
                    List.of("key-unknown", "mount-failed"))));
    assertThat(Recognition.of(report)).contains(new Recognition(3, 3, 3, 2, 0));
    assertThat(Recognition.of(report).orElseThrow().sentence())
        .isEqualTo(
            "3 faults: recall 66.7 % (2 of 3 checks named), precision 66.7 % (2 of 3 names"
                + " right)");
  }

  @Test
  void ofAFaultThatCouldNotBeJudgedNothingIsCounted() {
    RunReport report =
        Reports.of(
            List.of(
                fault("right", Outcome.PASSED, List.of("class-missing"), List.of("class-missing")),
                fault("broke", Outcome.INCONCLUSIVE, List.of("vault-sealed"), List.of())));
    assertThat(Recognition.of(report)).contains(new Recognition(1, 1, 1, 1, 1));
    assertThat(Recognition.of(report).orElseThrow().sentence())
        .endsWith("; 1 more could not be judged, not counted");
  }

  @Test
  void whereNoFaultCouldBeJudgedThatIsSaid() {
    RunReport report =
        Reports.of(
            List.of(fault("broke", Outcome.INCONCLUSIVE, List.of("vault-sealed"), List.of())));
    assertThat(Recognition.of(report).orElseThrow().sentence())
        .isEqualTo("none of 1 faults could be judged");
  }

  @Test
  void whatHadToNameAFaultIsWrittenAndReadAgain() throws Exception {
    RunReport report =
        Reports.of(
            List.of(
                fault(
                    "right", Outcome.PASSED, List.of("class-missing"), List.of("class-missing"))));
    RunReport read = RunReportJson.read(RunReportJson.write(report));
    assertThat(read.results().get(0).seen().expected()).containsExactly("class-missing");
  }

  static CaseResult fault(String id, Outcome outcome, List<String> expected, List<String> named) {
    return new CaseResult(
        new CaseInfo(id, "vault", Level.CORE, "A fault.", "a check", "0.1.0"),
        outcome,
        outcome == Outcome.PASSED
            ? Optional.empty()
            : Optional.of(new Reason("some-reason", "For some reason.")),
        Reports.STARTED,
        Duration.ofSeconds(1),
        new Observations(List.of(), List.of(), named, expected, List.of()));
  }
}
