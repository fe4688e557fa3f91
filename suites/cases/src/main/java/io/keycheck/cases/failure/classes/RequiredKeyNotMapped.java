package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;

/** The class does not map a key that the app needs. */
@Fault(checks = "key-required-missing", shows = "nothing: the new pod runs, and no event warns")
public final class RequiredKeyNotMapped extends UnseenFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().remap(scene.app().blueprint().mappingOnly(file -> !file.equals("database-name")));
    scene.app().restart();
  }
}
