package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.cluster.RaftVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** The certificate of Vault is of an authority that the provider does not know. */
@Fault(checks = "vault-tls-untrusted", shows = "a refused mount: x509, signed by unknown authority")
public final class VaultOfAnUnknownAuthority extends InjectedFault {
  @Override
  protected Scene start(Stage stage) {
    vault = stage.lab().ownVault(stage.ledger());
    Blueprint blueprint =
        stage
            .sample()
            .with("vaultAddress", vault.server().tlsAddress())
            .with("vaultTLSServerName", RaftVault.NAME)
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
    scene.shows().refused("x509: .*unknown authority");
  }

  private OwnVault vault;
}
