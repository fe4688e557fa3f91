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
import java.util.List;

/** The pod mounts another class than the environment's own, though both are there. */
public final class VolumeClassOther implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The pod's volume names a class that is there, and that is not the one of the "
            + "environment's name, which no volume of the pod names.",
        "Nothing fails: the app reads the other class's keys, and a change of its own class never "
            + "reaches it.",
        "Name the environment's class in the volume, or delete the class that nothing mounts.",
        "The document, section 2, step 4: the class has the environment's name");
  }

  @Override
  public void look(View view, Findings findings) {
    if (view.classOfItsName().orUnknown().isEmpty()) {
      return;
    }
    for (Pod pod : view.judgedPods().orUnknown()) {
      List<String> mounted = View.storeVolumes(pod).stream().map(Volume::className).toList();
      if (mounted.contains(view.environment())) {
        continue;
      }
      for (String name : mounted) {
        if (!name.isEmpty() && view.classNamed(name).orUnknown().isPresent()) {
          findings.add(
              view.refOf(pod),
              "The pod mounts class \"%s\"; class \"%s\" is there, and not mounted."
                  .formatted(OneLine.of(name), OneLine.of(view.environment())),
              "The app reads the keys of the class that is mounted alone.",
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
