package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** The class speaks http to a Vault that listens for https. */
@Fault(
    checks = "vault-scheme-mismatch",
    printed = true,
    shows = "a refused mount: Client sent an HTTP request to an HTTPS server")
public final class HttpToVaultOverTls extends InjectedFault {
  private OwnVault vault;

  @Override
  protected Scene start(Stage stage) {
    vault = stage.lab().ownVault(stage.ledger());
    Blueprint blueprint =
        stage
            .sample()
            .with("vaultAddress", vault.server().tlsAddress())
            .with("vaultSkipTLSVerify", "true");
    return Scene.of(stage, stage.startWith(vault.store(), blueprint).awaitReady());
  }

  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultAddress", vault.server().plainAddressOfTls());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Client sent an HTTP request to an HTTPS server");
  }
}
