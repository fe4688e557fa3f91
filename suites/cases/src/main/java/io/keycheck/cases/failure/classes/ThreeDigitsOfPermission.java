package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The permission of a file has three digits. */
@Fault(
    checks = "file-permission-invalid",
    store = "aws",
    shows = "a refused mount: Invalid File Permission")
public final class ThreeDigitsOfPermission extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "objectAlias: \"database-type\"\n",
            "objectAlias: \"database-type\"\n    filePermission: \"644\"\n");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Invalid File Permission");
  }
}
