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

/** The Secrets Store volume names no class. */
public final class VolumeClassNotSet implements Check {
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
        "volumeAttributes.secretProviderClass of the volume is absent, so the driver does not "
            + "know what to mount.",
        "FailedMount with \"secretProviderClass is not set\".",
        "Name the class, which has the environment's name.",
        "secrets-store-csi-driver, nodeserver.go");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.judgedPods().orUnknown()) {
      for (Volume volume : view.meantVolumes(pod)) {
        if (volume.className().isEmpty()) {
          findings.add(
              view.refOf(pod),
              "Volume \"%s\" has no volumeAttributes.secretProviderClass."
                  .formatted(OneLine.of(volume.name())),
              "The driver finds the class by this name alone.",
              PodTemplate.mend(
                  view,
                  pod,
                  "set csi.volumeAttributes.secretProviderClass: " + view.environment()));
          return; // pods of one kind are alike
        }
      }
    }
  }
}
