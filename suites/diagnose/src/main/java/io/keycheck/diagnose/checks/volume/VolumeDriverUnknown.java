package io.keycheck.diagnose.checks.volume;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;

/** The volume names a driver that does not exist. */
public final class VolumeDriverUnknown implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "csi.driver of the volume is no driver of the cluster, and looks like "
            + "secrets-store.csi.k8s.io misspelt.",
        "FailedMount with \"driver name ... not found in the list of registered CSI drivers\".",
        "Correct csi.driver of the volume.",
        "Kubernetes, CSIVolumeSource driver");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.judgedPods().orUnknown()) {
      for (Volume volume : view.misspeltVolumes(pod)) {
        findings.add(
            view.refOf(pod),
            "csi.driver of volume \"%s\" is \"%s\"."
                .formatted(OneLine.of(volume.name()), OneLine.of(volume.driver())),
            "The cluster has no driver of that name; did you mean \"%s\"?".formatted(View.DRIVER),
            PodTemplate.mend(view, pod, "set csi.driver: " + View.DRIVER));
        return; // pods of one kind are alike
      }
    }
  }
}
