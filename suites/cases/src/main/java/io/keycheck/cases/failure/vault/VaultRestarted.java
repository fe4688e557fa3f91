package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** Vault was restarted, and nobody unsealed it. */
@Fault(checks = "vault-sealed", shows = "a refused mount: 503, Vault is sealed")
public final class VaultRestarted extends InjectedFault {
  private OwnVault vault;

  @Override
  protected Scene start(Stage stage) {
    vault = stage.lab().ownVault(stage.ledger());
    Blueprint blueprint = stage.sample().with("vaultAddress", vault.server().plainAddress());
    return Scene.of(stage, stage.startWith(vault.store(), blueprint).awaitReady());
  }

  @Override
  protected void inject(Scene scene) {
    vault.server().restart();
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("Code: 503.*Vault is sealed");
  }

  @Override
  protected void mend(Scene scene) {
    vault.server().unseal();
  }
}
