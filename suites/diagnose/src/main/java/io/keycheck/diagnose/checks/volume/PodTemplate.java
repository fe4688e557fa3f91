package io.keycheck.diagnose.checks.volume;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Workload;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Locale;

/** Where the pods of an environment are described, which is where a volume is mended. */
final class PodTemplate {
  private PodTemplate() {}

  /** Returns lines that lead to the description, with what to do there. */
  static List<String> mend(View view, Pod pod, String what) {
    String namespace = Shell.quote(view.namespace());
    String line =
        view.workloads().stream()
            .filter(workload -> !workload.kind().equals(Kind.REPLICA_SET.name()))
            .findFirst()
            .map(workload -> "kubectl -n %s edit %s".formatted(namespace, named(workload)))
            .orElse(
                "kubectl -n %s get pod %s -o yaml"
                    .formatted(namespace, Shell.quote(pod.meta().name())));
    return List.of(
        "# In the pod's template, %s:".formatted(OneLine.of(what)),
        line,
        "# The Operator writes it, so see as well why it wrote it like this.");
  }

  private static String named(Workload workload) {
    return workload.kind().toLowerCase(Locale.ROOT) + " " + Shell.quote(workload.meta().name());
  }
}
