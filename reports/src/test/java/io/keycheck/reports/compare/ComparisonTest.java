package io.keycheck.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Measurement;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.compare.Change.Direction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void aCaseThatFailsWasNotChosenBeforeAndIsWorseAllTheSame() {
    RunReport some = Reports.run("vault", true, Optional.empty(), "p - - -");
    RunReport more = Reports.run("vault", true, Optional.empty(), "p f i p");
    assertThat(Comparison.of(some, more).of(Direction.WORSE))
        .contains(
            new Change(Direction.WORSE, "case-2/vault", "not chosen", "failed (mount-refused)"));
    assertThat(Comparison.of(some, more).of(Direction.OTHER))
        .containsExactly(
            new Change(
                Direction.OTHER, "case-3/vault", "not chosen", "inconclusive (mount-refused)"));
  }

  @Test
  void whatASelectionLeavesOutNowIsNoNews() {
    Comparison comparison =
        Comparison.of(
            Reports.vault("p f p"), Reports.run("vault", true, Optional.empty(), "p - -"));
    assertThat(comparison.changes()).extracting(Change::what).containsExactly("verdict");
    assertThat(comparison.isWorse()).isFalse();
  }

  @Test
  void passedOfSomeIsNotWorseThanConformantOfAll() {
    Comparison comparison =
        Comparison.of(Reports.vault("p p"), Reports.run("vault", true, Optional.empty(), "p -"));
    assertThat(comparison.of(Direction.OTHER)).extracting(Change::what).contains("verdict");
    assertThat(comparison.isWorse()).isFalse();
  }

  @Test
  void ofTenTimesOfOneNameTheMedianCountsAndNotTheLast() {
    RunReport before = measuring(1, 1, 1, 1, 1, 1, 1, 1, 1, 9);
    assertThat(Comparison.of(before, measuring(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).changes()).isEmpty();
    assertThat(Comparison.of(before, measuring(4, 4, 4, 4, 4, 4, 4, 4, 4, 9)).changes())
        .containsExactly(
            new Change(Direction.SLOWER, "rotates/vault, whole, median", "1.0 s", "4.0 s"));
  }

  @Test
  void ofTwoSuitesOnlyWhatBothHaveIsCompared() {
    Comparison comparison =
        Comparison.of(Reports.vault("p p p"), Reports.run("all", false, Optional.empty(), "p f"));
    assertThat(comparison.note())
        .hasValue(
            "The suites differ, vault and then all: only the 2 cases that both have are compared.");
    assertThat(comparison.changes())
        .extracting(Change::direction, Change::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Direction.WORSE, "case-2/vault"),
            org.assertj.core.groups.Tuple.tuple(Direction.OTHER, "verdict"));
  }

  private static RunReport measuring(long... seconds) {
    List<Measurement> times =
        Arrays.stream(seconds)
            .mapToObj(time -> new Measurement("whole", Duration.ofSeconds(time)))
            .toList();
    CaseResult result =
        new CaseResult(
            Reports.core("rotates"),
            Outcome.PASSED,
            Optional.empty(),
            Reports.STARTED,
            Duration.ofSeconds(20),
            new Observations(List.of(), times, List.of(), List.of(), List.of()));
    return Reports.of(List.of(result), Reports.KUBERNETES);
  }
}
