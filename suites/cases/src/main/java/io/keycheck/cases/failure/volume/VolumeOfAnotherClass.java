package io.keycheck.cases.failure.volume;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Edits;
import java.util.Map;

/** The volume is of another class than the environment's. */
@Fault(checks = "volume-class-other", shows = "nothing: the new pod runs, and no event warns")
public final class VolumeOfAnotherClass extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    GenericKubernetesResource other = Edits.fresh(scene.app().secretProviderClass());
    other.getMetadata().setName("another");
    other.getMetadata().setAnnotations(Map.of());
    scene.edits().add(other);
    scene
        .edits()
        .volume(volume -> volume.setVolumeAttributes(Map.of("secretProviderClass", "another")));
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
