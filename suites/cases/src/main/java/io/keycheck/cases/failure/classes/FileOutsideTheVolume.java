package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** An entry writes a file beside the volume. */
@Fault(checks = "file-name-invalid", shows = "a refused mount that calls the path invalid")
public final class FileOutsideTheVolume extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects("objectName: \"mx-admin-password\"", "objectName: \"../mx-admin-password\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("invalid");
  }
}
