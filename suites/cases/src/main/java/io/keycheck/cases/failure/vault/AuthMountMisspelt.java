package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class names an auth mount that there is not. */
@Fault(checks = "vault-login-denied", shows = "a refused login: 403 permission denied")
public final class AuthMountMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultKubernetesMountPath", "kubernetes-prod");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("/login.*Code: 403.*permission denied");
  }
}
