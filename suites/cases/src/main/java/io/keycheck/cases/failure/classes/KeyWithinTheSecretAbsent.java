package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** An entry does not say which key of the secret it wants. */
@Fault(checks = "secret-key-omitted", shows = "nothing: the new pod runs, and no event warns")
public final class KeyWithinTheSecretAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("  secretKey: \"mx-admin-password\"\n", "");
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
