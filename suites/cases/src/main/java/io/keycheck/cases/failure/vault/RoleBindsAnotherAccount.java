package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Grant;
import io.keycheck.lab.store.VaultStore;
import java.util.Optional;

/** The role of Vault binds another account. */
@Fault(
    checks = "vault-account-not-bound",
    shows = "a refused mount: service account name not authorized")
public final class RoleBindsAnotherAccount extends InjectedFault {
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
            new Grant("another", blueprint.namespace(), Optional.empty()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("service account name not authorized");
  }

  @Override
  protected void mend(Scene scene) {
    grant(scene);
  }

  private static void grant(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().lab().vault().writeRole(VaultStore.AUTH, blueprint.role(), blueprint.grant());
  }
}
