package io.keycheck.diagnose.checks.volume;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;

/** The Secrets Store volume is not read-only. */
public final class VolumeNotReadOnly implements Check {
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
        "csi.readOnly of the volume is not true, and the driver refuses that.",
        "FailedMount with \"Readonly is not true in request\".",
        "Set readOnly: true in the volume.",
        "secrets-store-csi-driver, nodeserver.go; Kubernetes, CSIVolumeSource readOnly");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.judgedPods().orUnknown()) {
      for (Volume volume : view.meantVolumes(pod)) {
        if (volume.readOnly() != Flag.TRUE) {
          findings.add(
              view.refOf(pod),
              volume.readOnly() == Flag.ABSENT
                  ? "Volume \"%s\" has no csi.readOnly.".formatted(OneLine.of(volume.name()))
                  : "csi.readOnly of volume \"%s\" is not true."
                      .formatted(OneLine.of(volume.name())),
              "The driver mounts read-only volumes alone.",
              PodTemplate.mend(view, pod, "set csi.readOnly: true in the volume"));
          return; // pods of one kind are alike
        }
      }
    }
  }
}
