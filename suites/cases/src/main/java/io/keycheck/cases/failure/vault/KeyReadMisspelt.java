package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class reads a key that is misspelt. */
@Fault(checks = "vault-key-not-found", shows = "a refused mount: does not exist at the secret path")
public final class KeyReadMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "secretKey: \"storage-secret-access-key\"", "secretKey: \"torage-secret-access-key\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("does not exist at the secret path");
  }
}
