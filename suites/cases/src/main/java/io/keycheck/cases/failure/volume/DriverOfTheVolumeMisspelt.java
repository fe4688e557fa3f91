package io.keycheck.cases.failure.volume;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The volume is of a driver whose name lacks a letter. */
@Fault(checks = "volume-driver-unknown", shows = "a refused mount: secret-store.csi.k8s.io")
public final class DriverOfTheVolumeMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().volume(volume -> volume.setDriver("secret-store.csi.k8s.io"));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("secret-store.csi.k8s.io");
  }
}
