package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;

/** An entry does not say which key of the secret it wants. */
@Fault(checks = "secret-key-omitted", shows = "nothing: the new pod runs, and no event warns")
public final class KeyWithinTheSecretAbsent extends UnseenFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("  secretKey: \"mx-admin-password\"\n", "");
    scene.app().restart();
  }
}
