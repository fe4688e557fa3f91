package io.keycheck.diagnose.checks.volume;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import java.util.Set;
import java.util.stream.Collectors;

/** The Secrets Store volume is mounted with subPath. */
public final class VolumeSubpath implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.WARNING;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A container mounts a part of the volume by subPath, which Kubernetes never refreshes.",
        "volumeMounts with subPath; a rotated value does not reach the container before it "
            + "starts anew.",
        "Mount the whole volume.",
        "secrets-store-csi-driver, known limitations; Kubernetes, subPath");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.judgedPods().orUnknown()) {
      Set<String> volumes =
          View.storeVolumes(pod).stream().map(Volume::name).collect(Collectors.toSet());
      for (Container container : pod.containers()) {
        for (Container.Mount mount : container.mounts()) {
          if (volumes.contains(mount.volume()) && !mount.subPath().isEmpty()) {
            findings.add(
                view.refOf(pod),
                "Container \"%s\" mounts \"%s\" with subPath \"%s\"."
                    .formatted(
                        OneLine.of(container.name()),
                        OneLine.of(mount.volume()),
                        OneLine.of(mount.subPath())),
                "What is mounted with subPath keeps the value it had when the container started.",
                PodTemplate.mend(view, pod, "mount the whole volume, without subPath"));
            return; // pods of one kind are alike
          }
        }
      }
    }
  }
}
