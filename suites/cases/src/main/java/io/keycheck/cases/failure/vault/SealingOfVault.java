package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.cluster.RaftVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** A Vault of the case's own that ends up sealed, whatever it was that sealed it. */
abstract class SealingOfVault extends InjectedFault {
  private OwnVault vault;

  /** Let it be sealed. */
  abstract void seal(RaftVault server);

  @Override
  protected final Scene start(Stage stage) {
    vault = stage.lab().ownVault(stage.ledger());
    Blueprint blueprint = stage.sample().with("vaultAddress", vault.server().plainAddress());
    return Scene.of(stage, stage.startWith(vault.store(), blueprint).awaitReady());
  }

  @Override
  protected final void inject(Scene scene) {
    seal(vault.server());
    scene.app().restart();
  }

  @Override
  protected final void symptom(Scene scene) {
    scene.shows().refused("Code: 503.*Vault is sealed");
  }

  @Override
  protected final void mend(Scene scene) {
    vault.server().unseal();
  }
}
