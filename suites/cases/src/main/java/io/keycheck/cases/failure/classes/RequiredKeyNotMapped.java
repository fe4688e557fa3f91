package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class does not map a key that the app needs. */
@Fault(checks = "key-required-missing", shows = "nothing: the new pod runs, and no event warns")
public final class RequiredKeyNotMapped extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().remap(scene.app().blueprint().mappingOnly(file -> !file.equals("database-name")));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected void mend(Scene scene) {
    scene.edits().putBack();
    scene.app().restart();
  }
}
