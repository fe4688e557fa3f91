package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunReportTest {
  @ParameterizedTest(name = "[{0}] is {1}, exit {2}: {3}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          p p | p p ; CONFORMANT     ; 0 ; everything passed
          p p |     ; CONFORMANT     ; 0 ; a profile need not have extended cases
          p p | p f ; PARTIAL        ; 1 ; an extended case failed
          p p | p s ; PARTIAL        ; 1 ; an extended case was skipped
          p p | f s ; PARTIAL        ; 1 ; extended cases failed and were skipped
          p s | p p ; PARTIAL        ; 1 ; a skipped core case is never conformance
          p s | f   ; PARTIAL        ; 1 ; a skipped core case beside a failed extended one
          p f | p p ; NOT_CONFORMANT ; 1 ; a core case failed
          s f | p   ; NOT_CONFORMANT ; 1 ; a core case failed beside a skipped one
          f i | p   ; NOT_CONFORMANT ; 1 ; a failure is known although something else is not
          p p | f i ; NOT_CONFORMANT ; 1 ; a failed extended case in a run that was inconclusive besides
          p i | p p ; INCONCLUSIVE   ; 3 ; a core case could not be decided
          p p | p i ; INCONCLUSIVE   ; 3 ; inconclusive is never conformance
          i i | i   ; INCONCLUSIVE   ; 3 ; the cluster never came up
          p s | i   ; INCONCLUSIVE   ; 3 ; skipped and inconclusive
          s s | p p ; NONE           ; 3 ; no core case was executed
          s s | f   ; NONE           ; 3 ; no core case was executed and an extended one failed
              | p p ; NONE           ; 3 ; no core case at all
                    ; NONE           ; 3 ; no case at all
          """)
  void aProfileIsJudgedByItsLevels(String outcomes, Verdict verdict, int exitCode, String because) {
    RunReport report = Reports.vault(outcomes == null ? "" : outcomes);
    assertThat(report.verdict()).as(because).isEqualTo(verdict);
    assertThat(report.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest(name = "selection [{0}] is {1}, exit {2}: {3}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          p - | -   ; PASSED       ; 0 ; all cases that were asked for passed
          p f | -   ; FAILED       ; 1 ; a case failed
          - - | f   ; FAILED       ; 1 ; an extended case that was asked for counts as much
          f i | -   ; FAILED       ; 1 ; a failure is known although something else is not
          p i | -   ; INCONCLUSIVE ; 3 ; a case could not be decided
          p s | -   ; INCONCLUSIVE ; 3 ; a case that was asked for did not run
          - - | -   ; INCONCLUSIVE ; 3 ; nothing ran
                    ; INCONCLUSIVE ; 3 ; there was nothing to run
          """)
  void aSelectionOnlyPassesOrFails(String outcomes, Verdict verdict, int exitCode, String because) {
    RunReport report =
        Reports.run("vault", true, Optional.empty(), outcomes == null ? "" : outcomes);
    assertThat(report.verdict()).as(because).isEqualTo(verdict);
    assertThat(report.exitCode()).isEqualTo(exitCode);
    assertThat(report.certifies()).isFalse();
  }

  @Test
  void aRunWithAFaultOrOfNoProfileNeverSaysConformant() {
    assertThat(Reports.run("vault", false, Optional.of("wrong-bytes"), "p p | p").verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(Reports.run("all", false, Optional.empty(), "p p | p").verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(Reports.run("aws", false, Optional.empty(), "p p | p").verdict())
        .isEqualTo(Verdict.CONFORMANT);
  }

  @Test
  void anExtendedCaseThatCannotBeShownCountsNeitherWay() {
    assertThat(untold("vault", "p p | p s").verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(untold("all", "p p | p s").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(untold("vault", "p s | p s").verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(untold("vault", "p f | p s").verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  /** Every skipped case says that it cannot be shown; only extended ones may. */
  private static RunReport untold(String suite, String outcomes) {
    RunReport report = Reports.run(suite, false, Optional.empty(), outcomes);
    return Reports.with(
        report,
        report.results().stream()
            .map(
                result ->
                    result.outcome() != Outcome.SKIPPED
                        ? result
                        : CaseResult.skipped(
                            result.info(),
                            new Reason(Reason.CANNOT_BE_SHOWN, "Not here."),
                            result.started()))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"p, conformant", "f, not conformant", "s, none"})
  void theTitleNamesStandInsSortedAndOnce(String outcome, String verdict) {
    Component operator = new Component("app", "mendix-operator", "", "", "", Origin.STAND_IN, "");
    List<CaseResult> results = Reports.vault(outcome).results();
    assertThat(
            Reports.of(results, Reports.STAND_IN, operator, Reports.STAND_IN, Reports.KUBERNETES)
                .title())
        .isEqualTo(verdict + " with stand-ins: mendix-operator, vault-provider");
  }

  @Test
  void withoutStandInsTheTitleIsTheVerdict() {
    assertThat(Reports.vault("p | p").title()).isEqualTo("conformant");
    assertThat(Reports.vault("f | p").title()).isEqualTo("not conformant");
  }

  @Test
  void countsAddUpToTheCatalogue() {
    RunReport report = Reports.vault("p f s i p | s s");
    assertThat(report.counts()).isEqualTo(new Counts(2, 1, 0, 3, 1));
    assertThat(report.counts(Level.CORE)).isEqualTo(new Counts(2, 1, 0, 1, 1));
    assertThat(report.counts(Level.EXTENDED)).isEqualTo(new Counts(0, 0, 0, 2, 0));
    assertThat(report.counts().total()).isEqualTo(report.catalogue().size()).isEqualTo(7);
    assertThat(report.accountsForCatalogue()).isTrue();
  }

  @Test
  void aReportThatDropsACaseDoesNotAccountForItsCatalogue() {
    RunReport whole = Reports.vault("p f | p");
    RunReport trimmed =
        new RunReport(
            whole.schemaVersion(),
            whole.runId(),
            whole.suite(),
            whole.selection(),
            whole.fault(),
            whole.started(),
            whole.ended(),
            whole.subject(),
            whole.waivers(),
            whole.rerun(),
            whole.kit(),
            whole.configuration(),
            whole.fingerprint(),
            whole.results().stream().filter(r -> r.outcome() == Outcome.PASSED).toList());
    assertThat(trimmed.accountsForCatalogue()).isFalse();
  }

  @Test
  void oneCaseCannotCountTwiceForOneStore() {
    CaseResult result = Reports.ended(Reports.core("once"), Outcome.PASSED);
    assertThatThrownBy(() -> Reports.of(List.of(result, result)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The case once/vault is listed twice.");
  }

  @Test
  void resultsStandInOneOrderWhateverTheyWereGivenIn() {
    CaseResult a = Reports.ended(Reports.core("a"), Outcome.PASSED);
    CaseResult b = Reports.ended(Reports.core("b"), Outcome.PASSED);
    assertThat(Reports.of(List.of(b, a))).isEqualTo(Reports.of(List.of(a, b)));
  }

  @Test
  void redactingMasksForeignTextsAndLeavesTheCatalogueAlone() {
    RunReport redacted = Reports.everything().redacted(text -> "#");
    assertThat(redacted.catalogue()).isEqualTo(Reports.everything().catalogue());
    assertThat(redacted.counts()).isEqualTo(Reports.everything().counts());
    assertThat(redacted.configuration().values()).containsOnly("#");
    assertThat(redacted.results(Outcome.FAILED).get(0).reason().orElseThrow().sentence())
        .isEqualTo("#");
    assertThat(redacted.results(Outcome.FAILED).get(0).evidence())
        .containsOnly(new Evidence("#", "#"));
    assertThat(redacted.fingerprint().facts().values()).containsOnly("#");
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictHasAWordForFilesAndOneForPeople(Verdict verdict) {
    assertThat(verdict.word()).matches("[a-z]+(-[a-z]+)*");
    assertThat(verdict.words()).isEqualTo(verdict.word().replace('-', ' '));
  }

  private static RunReport waived(String outcomes, String expires) {
    return Reports.with(
        Reports.vault(outcomes),
        Optional.empty(),
        List.of(Reports.waiver("case-2", expires)),
        Optional.empty());
  }

  @Test
  void aWaivedFailureIsNeitherAFailureNorConformance() {
    RunReport report = waived("p f | p", "2026-03-01");
    assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(report.counts()).isEqualTo(new Counts(2, 0, 1, 0, 0));
    assertThat(report.title()).isEqualTo("partial, 1 waived");
    assertThat(report.waiver(report.results(Outcome.WAIVED).get(0))).isPresent();
    assertThat(waived("p f f | p", "2026-03-01").verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    assertThat(waived("p p | p", "2026-03-01").verdict()).isEqualTo(Verdict.CONFORMANT);
  }

  @Test
  void aWaiverEndsWithItsDayAndWaivesNothingButFailures() {
    assertThat(waived("p f | p", "2026-02-28").verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    assertThat(waived("p i | p", "2026-03-01").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(waived("p s | p", "2026-03-01").verdict()).isEqualTo(Verdict.PARTIAL);
  }

  @Test
  void aWaivedCaseDoesNotFailWhatIsNoProfile() {
    RunReport report =
        Reports.with(
            Reports.run("all", false, Optional.empty(), "p f"),
            Optional.empty(),
            List.of(Reports.waiver("case-2", "2026-12-31")),
            Optional.empty());
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.title()).isEqualTo("passed, 1 waived");
  }

  @Test
  void casesThatWereRunAgainAreInTheTitle() {
    Rerun rerun = new Rerun("earlier", "sha256:0", Reports.STARTED, List.of("case-1/vault"));
    assertThat(
            Reports.with(Reports.vault("p | p"), Optional.empty(), List.of(), Optional.of(rerun))
                .title())
        .isEqualTo("conformant, 1 run again");
  }
}
