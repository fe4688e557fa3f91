package io.keycheck.cases;

import io.keycheck.lab.Lab;
import io.keycheck.lab.cluster.Kubeconfig;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What {@code keycheck diagnose} says of the environments of cases that did not pass, asked while
 * they are still there.
 */
final class Diagnosed {
  /** By namespace and name, for cases may share one: what was said of it last. */
  private final Map<String, EnvironmentDiagnosis> environments = new ConcurrentHashMap<>();

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private volatile String operatorVersion = "";

  /**
   * Diagnoses a case's namespace and notes the result as evidence.
   *
   * @return ids of the checks that named an error or a warning
   */
  List<String> look(Lab lab, CaseInfo info, Stage stage) {
    try (Kubeconfig kubeconfig = lab.cluster().kubeconfig()) {
      Diagnosis diagnosis = NamespaceDiagnosis.read(stage, kubeconfig);
      operatorVersion = diagnosis.operatorVersion();
      diagnosis
          .environments()
          .forEach(one -> environments.put(one.namespace() + "/" + one.environment(), one));
      stage.note("diagnosis of " + stage.namespace(), NamespaceDiagnosis.text(diagnosis));
      return diagnosis.environments().stream()
          .flatMap(environment -> environment.findings().stream())
          .filter(finding -> finding.level() != FindingLevel.INFO)
          .map(Finding::check)
          .distinct()
          .toList();
    } catch (RuntimeException e) {
      // Whatever it is, the case has ended already, and what it made is still to be removed.
      notes.add("%s was not diagnosed: %s".formatted(info.key(), e.getMessage()));
      return List.of();
    }
  }

  /** Returns all of it as {@code keycheck diagnose --output json} writes it. */
  String json(String source) {
    List<String> said =
        !environments.isEmpty() || !notes.isEmpty()
            ? notes
            : List.of(
                "No environment was diagnosed: no case failed, and what cases make is removed.");
    Diagnosis all =
        new Diagnosis(
            source,
            operatorVersion,
            said,
            environments.values().stream()
                .sorted(
                    Comparator.comparing(EnvironmentDiagnosis::namespace)
                        .thenComparing(EnvironmentDiagnosis::environment))
                .toList());
    return NamespaceDiagnosis.json(all);
  }
}
