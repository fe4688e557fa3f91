package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** The certificate of Vault is for another name than that by which the class calls it. */
@Fault(
    checks = "vault-tls-untrusted",
    shows = "a refused mount: x509, for other names than the address")
public final class VaultOfAnotherName extends InjectedFault {
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
    scene.edits().parameters(parameters -> parameters.remove("vaultSkipTLSVerify"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("x509: .*(IP SANs|valid for)");
  }

  private OwnVault vault;
}
