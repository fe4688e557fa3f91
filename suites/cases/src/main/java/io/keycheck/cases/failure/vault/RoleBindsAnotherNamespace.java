package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Grant;
import io.keycheck.lab.store.VaultStore;
import java.util.Optional;

/** The role of Vault binds the account in another namespace. */
@Fault(checks = "vault-namespace-not-bound", shows = "a refused mount: namespace not authorized")
public final class RoleBindsAnotherNamespace extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene
        .stage()
        .lab()
        .vault()
        .writeRole(
            VaultStore.AUTH,
            blueprint.role(),
            new Grant(blueprint.account(), "another", Optional.empty()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("namespace not authorized");
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().lab().vault().writeRole(VaultStore.AUTH, blueprint.role(), blueprint.grant());
  }
}
