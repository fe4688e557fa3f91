package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;

/** The class writes a file whose name is no key, for a letter that is too many. */
@Fault(
    checks = "key-unknown",
    store = "aws",
    shows = "nothing: the new pod runs, and no event warns")
public final class AliasMisspelt extends UnseenFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "objectAlias: \"storage-secret-access-key\"",
            "objectAlias: \"storage-secret-access-keys\"");
    scene.app().restart();
  }
}
