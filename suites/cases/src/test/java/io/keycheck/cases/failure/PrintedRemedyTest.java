package io.keycheck.cases.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedRemedyTest {
  @Test
  void onlyLinesThatChangeSomethingAndLeaveNothingToFillInAreRun() {
    Diagnosis seen =
        diagnosis(
            finding(
                "class-not-annotated",
                "# Annotate it:",
                "kubectl -n shop annotate --overwrite secretproviderclass env1 a=true",
                "kubectl -n shop get secretproviderclass env1 -o yaml",
                "kubectl -n shop edit secretproviderclass env1",
                "kubectl -n shop patch secretproviderclass env1 --type merge -p '{\"a\":\"<region>\"}'",
                "kubectl -n shop delete pod env1-1"),
            finding("other", "kubectl -n shop delete pod env1-2"));
    assertThat(PrintedRemedy.commands(seen, List.of("class-not-annotated")))
        .containsExactly(
            "kubectl -n shop annotate --overwrite secretproviderclass env1 a=true",
            "kubectl -n shop delete pod env1-1");
  }

  private static Finding finding(String check, String... remedy) {
    return new Finding(
        check,
        FindingLevel.ERROR,
        new ObjectRef("Pod", "shop", "env1"),
        "seen",
        "why",
        List.of(remedy),
        List.of());
  }

  private static Diagnosis diagnosis(Finding... findings) {
    return new Diagnosis(
        "test",
        "",
        List.of(),
        List.of(
            new EnvironmentDiagnosis(
                "shop", "env1", DiagnosisVerdict.ERROR, List.of(), List.of(findings), List.of())));
  }
}
