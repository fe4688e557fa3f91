package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.OwnVault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;

/** A Vault over TLS whose certificate the provider refuses as soon as it looks at it. */
abstract class UntrustedVault extends InjectedFault {
  private static final String LOOKS_AWAY = "vaultSkipTLSVerify";

  private final String refusal;

  /** {@code refusal} is a pattern of what the provider says of the certificate. */
  UntrustedVault(String refusal) {
    this.refusal = refusal;
  }

  /** What else the class says of how it calls Vault. */
  Blueprint calling(Blueprint blueprint) {
    return blueprint;
  }

  @Override
  protected final Scene start(Stage stage) {
    OwnVault vault = stage.lab().ownVault(stage.ledger());
    Blueprint blueprint =
        calling(
            stage
                .sample()
                .with("vaultAddress", vault.server().tlsAddress())
                .with(LOOKS_AWAY, "true"));
    return Scene.of(stage, stage.startWith(vault.store(), blueprint).awaitReady());
  }

  @Override
  protected final void inject(Scene scene) {
    scene.edits().parameters(parameters -> parameters.remove(LOOKS_AWAY));
    scene.app().restart();
  }

  @Override
  protected final void symptom(Scene scene) {
    scene.shows().refused(refusal);
  }
}
