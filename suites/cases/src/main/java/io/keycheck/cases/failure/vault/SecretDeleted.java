package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A secret was deleted from Vault, and the app started anew. */
@Fault(checks = "vault-secret-not-found", shows = "a refused read: 404")
public final class SecretDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.stage().store().remove(scene.app().blueprint(), secret(scene));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("error requesting secret.*Code: 404");
  }

  @Override
  protected void mend(Scene scene) {
    scene.stage().store().put(scene.app().blueprint(), secret(scene));
  }

  private static String secret(Scene scene) {
    return scene.app().blueprint().entries().get(0).secret();
  }
}
