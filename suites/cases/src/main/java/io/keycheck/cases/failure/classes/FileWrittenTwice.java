package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** Two entries of the class write one file. */
@Fault(
    checks = "key-duplicated",
    shows = "a refused mount: must be unique, but the following keys were duplicated")
public final class FileWrittenTwice extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("objectName: \"mx-admin-password\"", "objectName: \"database-type\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("must be unique, but the following keys were duplicated");
  }
}
