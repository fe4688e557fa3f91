package io.keycheck.reports.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one namespace of one cluster amounts to.
 *
 * @param namespace the namespace
 * @param tally how many environments there are of each verdict
 * @param worst the heaviest root cause, and of those the one that most environments share, with
 *     whom it is about; empty where nothing is wrong
 */
record FleetRow(String namespace, Tally tally, String worst) {
  /** What several environments may have in common. */
  private record Cause(FindingLevel level, String check) {}

  /** Returns a row for each namespace, in the order in which they come. */
  static List<FleetRow> of(Diagnosis diagnosis) {
    Map<String, List<EnvironmentDiagnosis>> byNamespace = new LinkedHashMap<>();
    for (EnvironmentDiagnosis each : diagnosis.environments()) {
      byNamespace.computeIfAbsent(each.namespace(), name -> new ArrayList<>()).add(each);
    }
    List<FleetRow> rows = new ArrayList<>();
    byNamespace.forEach((namespace, all) -> rows.add(of(namespace, all)));
    return rows;
  }

  private static FleetRow of(String namespace, List<EnvironmentDiagnosis> environments) {
    Tally tally = new Tally();
    Map<Cause, List<String>> causes = new LinkedHashMap<>();
    for (EnvironmentDiagnosis each : environments) {
      tally.add(each.verdict());
      root(each)
          .ifPresent(
              cause ->
                  causes
                      .computeIfAbsent(cause, unused -> new ArrayList<>())
                      .add(each.environment()));
    }
    String worst =
        causes.entrySet().stream()
            .min(
                Comparator.comparing((Map.Entry<Cause, List<String>> e) -> e.getKey().level())
                    .thenComparing(e -> -e.getValue().size()))
            .map(e -> e.getKey().check() + ": " + named(e.getValue()))
            .orElse("");
    return new FleetRow(namespace, tally, worst);
  }

  /** The first finding is the heaviest, and what follows from it stands beneath it. */
  private static Optional<Cause> root(EnvironmentDiagnosis environment) {
    return environment.findings().stream()
        .filter(finding -> finding.level() != FindingLevel.INFO)
        .findFirst()
        .map(finding -> new Cause(finding.level(), finding.check()));
  }

  private static String named(List<String> environments) {
    int more = environments.size() - 1;
    return environments.get(0) + (more > 0 ? " and " + more + " more" : "");
  }
}
