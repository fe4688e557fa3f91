package io.keycheck.cases.failure.volume;

import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A single file is mounted by subPath, which no refresh reaches. */
@Fault(checks = "volume-subpath", shows = "nothing: the new pod runs, and no event warns")
public final class FileMountedBySubpath extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .podSpec(
            spec ->
                spec.getContainers()
                    .get(0)
                    .getVolumeMounts()
                    .add(
                        new VolumeMountBuilder()
                            .withName(spec.getVolumes().get(0).getName())
                            .withMountPath("/opt/database-type")
                            .withSubPath("database-type")
                            .withReadOnly(true)
                            .build()));
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
