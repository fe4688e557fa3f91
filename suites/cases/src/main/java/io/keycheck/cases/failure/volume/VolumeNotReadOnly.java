package io.keycheck.cases.failure.volume;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The volume is not read-only. */
@Fault(checks = "volume-not-read-only", shows = "a refused mount: Readonly is not true in request")
public final class VolumeNotReadOnly extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().volume(volume -> volume.setReadOnly(false));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Readonly is not true in request");
  }
}
