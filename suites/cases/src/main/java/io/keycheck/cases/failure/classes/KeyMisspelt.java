package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;

/** The class writes a file whose name is no key, for a letter that is missing. */
@Fault(checks = "key-unknown", shows = "nothing: the new pod runs, and no event warns")
public final class KeyMisspelt extends UnseenFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "objectName: \"storage-secret-access-key\"",
            "objectName: \"torage-secret-access-key\"");
    scene.app().restart();
  }
}
