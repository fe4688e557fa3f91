package io.keycheck.cases.failure.volume;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.List;

/** The pods have no volume of the driver. */
@Fault(checks = "volume-missing", shows = "nothing: the new pod runs, and no event warns")
public final class VolumeAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .podSpec(
            spec -> {
              spec.setVolumes(List.of());
              spec.getContainers().forEach(container -> container.setVolumeMounts(List.of()));
            });
    scene.app().rolledOut();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected void mend(Scene scene) {
    scene.edits().putBack();
    scene.app().rolledOut();
  }
}
