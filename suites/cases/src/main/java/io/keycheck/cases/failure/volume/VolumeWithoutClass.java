package io.keycheck.cases.failure.volume;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Map;

/** The volume does not say which class it is of. */
@Fault(checks = "volume-class-not-set", shows = "a refused mount: secretProviderClass is not set")
public final class VolumeWithoutClass extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().volume(volume -> volume.setVolumeAttributes(Map.of("other", "attribute")));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("secretProviderClass is not set");
  }
}
