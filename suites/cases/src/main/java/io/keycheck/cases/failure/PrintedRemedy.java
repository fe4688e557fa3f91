package io.keycheck.cases.failure;

import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a remedy that mend something as they are printed. */
final class PrintedRemedy {
  private static final Pattern CHANGES =
      Pattern.compile("kubectl (?:-n \\S+ )?(?:annotate|patch|create|delete) .*");

  /** What whoever pastes it has to fill in. */
  private static final Pattern GAP = Pattern.compile("<[a-zA-Z][^>]*>|\u2026");

  private PrintedRemedy() {}

  /** Returns the commands for what these checks found, in the order in which they are printed. */
  static List<String> commands(Diagnosis seen, List<String> checks) {
    return seen.environments().stream()
        .flatMap(environment -> environment.findings().stream())
        .filter(finding -> checks.contains(finding.check()))
        .map(Finding::remedy)
        .flatMap(List::stream)
        .filter(line -> CHANGES.matcher(line).matches() && !GAP.matcher(line).find())
        .distinct()
        .toList();
  }
}
