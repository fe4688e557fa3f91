package io.keycheck.cases.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A diagnosis is right only where it names exactly what it must. */
class JudgementTest {
  private static final List<String> EXPECTED = List.of("class-missing");

  @Test
  void exactlyTheExpectedChecksAreRight() {
    assertThat(Judgement.of("env1", EXPECTED, naming("class-missing"))).isEmpty();
    assertThat(Judgement.of("env1", List.of(), naming())).isEmpty();
  }

  @Test
  void aMissingOneIsNoticed() {
    assertThat(Judgement.of("env1", EXPECTED, naming()))
        .contains("expected: diagnose names class-missing; seen: it names nothing");
  }

  @Test
  void anotherOneIsNoticed() {
    assertThat(Judgement.of("env1", EXPECTED, naming("class-name-mismatch")))
        .contains("expected: diagnose names class-missing; seen: it names class-name-mismatch");
  }

  @Test
  void oneMoreIsNoticed() {
    assertThat(Judgement.of("env1", EXPECTED, naming("class-missing", "rotation-disabled")))
        .contains(
            "expected: diagnose names class-missing; seen: it names class-missing and"
                + " rotation-disabled");
  }

  @Test
  void oneWhereNothingIsWrongIsNoticed() {
    assertThat(Judgement.of("env1", List.of(), naming("restart-pending"))).isPresent();
  }

  @Test
  void anEnvironmentThatIsNotJudgedIsNoticed() {
    assertThat(Judgement.of("env2", List.of(), naming()))
        .contains("expected: diagnose judges the environment env2; seen: it judges env1");
  }

  @Test
  void oneThatCouldNotBeJudgedIsNotHealthy() {
    assertThat(Judgement.of("env1", List.of(), judged(DiagnosisVerdict.UNKNOWN, List.of())))
        .contains("expected: diagnose says healthy; seen: it says unknown");
  }

  private static Diagnosis naming(String... checks) {
    List<Finding> findings =
        Arrays.stream(checks)
            .map(
                check ->
                    new Finding(
                        check,
                        FindingLevel.ERROR,
                        new ObjectRef("Pod", "n", "p"),
                        "saw",
                        "why",
                        List.of(),
                        List.of()))
            .toList();
    return judged(findings.isEmpty() ? DiagnosisVerdict.HEALTHY : DiagnosisVerdict.ERROR, findings);
  }

  private static Diagnosis judged(DiagnosisVerdict verdict, List<Finding> findings) {
    return new Diagnosis(
        "a test",
        "2.9.0",
        List.of(),
        List.of(new EnvironmentDiagnosis("n", "env1", verdict, List.of(), findings, List.of())));
  }
}
