package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.VaultStore;

/** Vault has no role of the name that the class names. */
@Fault(checks = "vault-role-unknown", shows = "a refused login: invalid role name")
public final class RoleDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    String role = scene.app().blueprint().role();
    scene.stage().lab().vault().vault().delete("auth/" + VaultStore.AUTH + "/role/" + role);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("failed to login.*invalid role name");
  }

  @Override
  protected void mend(Scene scene) {
    scene
        .stage()
        .lab()
        .vault()
        .writeRole(
            VaultStore.AUTH, scene.app().blueprint().role(), scene.app().blueprint().grant());
  }
}
