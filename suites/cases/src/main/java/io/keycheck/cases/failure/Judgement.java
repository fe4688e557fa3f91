package io.keycheck.cases.failure;

import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Says whether a diagnosis is exactly the one that a fault must have. */
final class Judgement {
  private Judgement() {}

  /** Returns the checks that found something, of whatever level. */
  static List<String> named(Diagnosis seen) {
    return seen.environments().stream()
        .flatMap(environment -> environment.findings().stream())
        .map(Finding::check)
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * Returns what is wrong with the diagnosis of the one environment that there is.
   *
   * @param checks those that must have found something; none may beside them
   */
  static Optional<String> of(String environment, List<String> checks, Diagnosis seen) {
    List<String> judged =
        seen.environments().stream().map(EnvironmentDiagnosis::environment).toList();
    if (!judged.equals(List.of(environment))) {
      return Optional.of(
          "expected: diagnose judges the environment %s; seen: it judges %s"
              .formatted(environment, judged.isEmpty() ? "none" : String.join(", ", judged)));
    }
    TreeSet<String> expected = new TreeSet<>(checks);
    List<String> named = named(seen);
    if (List.copyOf(expected).equals(named)) {
      DiagnosisVerdict verdict = seen.environments().get(0).verdict();
      return checks.isEmpty() && verdict != DiagnosisVerdict.HEALTHY
          ? Optional.of("expected: diagnose says healthy; seen: it says " + verdict.word())
          : Optional.empty();
    }
    return Optional.of(
        "expected: diagnose names %s; seen: it names %s"
            .formatted(shown(List.copyOf(expected)), shown(named)));
  }

  private static String shown(List<String> checks) {
    return checks.isEmpty() ? "nothing" : String.join(" and ", checks);
  }
}
