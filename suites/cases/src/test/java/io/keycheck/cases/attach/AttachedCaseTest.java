package io.keycheck.cases.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.Checks;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Level;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Subject;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.UnknownCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is attached is accounted for whole, and is never a conformance. */
class AttachedCaseTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final AttachedRun run =
      new AttachedRun(
          new Attached(Optional.empty(), Optional.of("shop"), "env1", false), Optional.empty());

  private static EnvironmentDiagnosis diagnosis(List<Finding> findings, UnknownCheck... unknown) {
    return new EnvironmentDiagnosis(
        "shop", "env1", DiagnosisVerdict.HEALTHY, List.of(), findings, List.of(unknown));
  }

  private static Finding finding(String check, FindingLevel level) {
    return new Finding(
        check,
        level,
        new ObjectRef("ServiceAccount", "shop", "env1"),
        "It was seen.",
        "It is wrong.",
        List.of(),
        List.of());
  }

  private Outcome outcome(EnvironmentDiagnosis diagnosis, String check) {
    return run.checks(diagnosis).stream()
        .filter(result -> result.info().id().equals(check))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void everyCheckIsACaseAndThereAreMore() {
    assertThat(AttachedCase.catalogue().cases())
        .hasSize(Checks.all().size() + AttachedCase.values().length)
        .allSatisfy(info -> assertThat(info.store()).isEqualTo("attached"));
  }

  @Test
  void errorsAndWarningsFailAndWhatIsWorthKnowingDoesNot() {
    String check = "account-not-annotated";
    assertThat(outcome(diagnosis(List.of()), check)).isEqualTo(Outcome.PASSED);
    assertThat(outcome(diagnosis(List.of(finding(check, FindingLevel.ERROR))), check))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome(diagnosis(List.of(finding(check, FindingLevel.WARNING))), check))
        .isEqualTo(Outcome.FAILED);
    assertThat(outcome(diagnosis(List.of(finding(check, FindingLevel.INFO))), check))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void whatCannotBeReadIsNeverPassed() {
    for (CaseResult result :
        run.checks(
            diagnosis(
                List.of(),
                Checks.all().stream()
                    .map(check -> new UnknownCheck(check.id(), "list pods in namespace shop"))
                    .toArray(UnknownCheck[]::new)))) {
      boolean core = result.info().level() == Level.CORE;
      assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(result.reason().orElseThrow().code())
          .isEqualTo(core ? "not-readable" : Reason.CANNOT_BE_SHOWN);
    }
  }

  @Test
  void whenAllPassesItIsStillNoConformance() {
    List<CaseInfo> all = AttachedCase.catalogue().cases();
    RunReport report =
        new RunReport(
            RunReport.SCHEMA_VERSION,
            "1a2b3c",
            RunReport.ATTACHED,
            false,
            Optional.empty(),
            NOW,
            NOW,
            Optional.of(
                new Subject("Example Ltd", "Service", "1", "https://example.com", "a@example.com")),
            List.of(),
            Optional.empty(),
            new Kit("0.1.0", "unknown", AttachedCase.catalogue().digest()),
            Map.of(),
            new Fingerprint(RunReport.ATTACHED, List.of(), Map.of()),
            all.stream()
                .map(info -> CaseResult.passed(info, NOW, Duration.ZERO, Observations.NONE))
                .toList());
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.title()).isEqualTo("attached environment passed");
    assertThat(report.certifies()).isFalse();
    assertThat(report.isCertificate()).isFalse();
  }
}
