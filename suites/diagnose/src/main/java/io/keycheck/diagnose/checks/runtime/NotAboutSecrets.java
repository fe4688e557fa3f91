package io.keycheck.diagnose.checks.runtime;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Workload;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pod is not up for a reason that has nothing to do with secrets. */
public final class NotAboutSecrets implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public Link.Part part() {
    return Link.Part.POD;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The app does not run, and its secrets are not why: the image, the app itself, the node, or"
            + " room on nodes is.",
        "ImagePullBackOff, CrashLoopBackOff, OOMKilled, Unschedulable, Evicted, an exceeded quota,"
            + " a node that is not ready, or another volume that cannot be mounted.",
        "Mend what is named; secrets can wait.",
        "Kubernetes, pod lifecycle");
  }

  @Override
  public void look(View view, Findings findings) {
    if (!view.livePods().isKnown() && refused(view, findings)) {
      return;
    }
    List<Pod> live = view.livePods().orUnknown();
    List<Pod> all = live.isEmpty() && !view.isStopped() ? view.pods().orUnknown() : live;
    Map<String, Pod> told = new LinkedHashMap<>();
    for (Pod pod : all) {
      if (!pod.ready()) {
        Trouble.of(view, pod).ifPresent(trouble -> told.putIfAbsent(trouble, pod));
      }
    }
    told.forEach((trouble, pod) -> tell(view, view.refOf(pod), trouble, findings));
    if (all.isEmpty()) {
      refused(view, findings);
    }
  }

  /** Tells why no pod is made, where the cluster says that. */
  private static boolean refused(View view, Findings findings) {
    for (Workload workload : view.workloads()) {
      Optional<String> refused = Trouble.of(view, workload);
      if (refused.isPresent()) {
        String name = workload.meta().name();
        ObjectRef object = new ObjectRef(workload.kind(), view.namespace(), name);
        tell(view, object, refused.get(), findings);
        return true;
      }
    }
    return false;
  }

  private static void tell(View view, ObjectRef object, String trouble, Findings findings) {
    findings.add(
        object,
        OneLine.of(trouble),
        "That is why it is not up; it has nothing to do with secrets.",
        List.of(
            "kubectl -n %s describe %s %s"
                .formatted(
                    Shell.quote(view.namespace()),
                    object.kind().toLowerCase(Locale.ROOT),
                    Shell.quote(object.name()))));
  }
}
