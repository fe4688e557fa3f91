package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** The role of Vault wants tokens of another audience than the class asks for. */
@Fault(checks = "vault-audience-mismatch", shows = "a refused mount: invalid audience (aud) claim")
public final class RoleWantsAnotherAudience extends InjectedFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    return stage.sample().forAudience("keycheck-audience");
  }

  @Override
  protected void inject(Scene scene) {
    scene.edits().parameters(parameters -> parameters.remove("audience"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("invalid audience (aud) claim");
  }
}
