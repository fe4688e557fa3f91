package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.lab.cluster.RaftVault;

/** Vault was restarted, and nobody unsealed it. */
@Fault(checks = "vault-sealed", shows = "a refused mount: 503, Vault is sealed")
public final class VaultRestarted extends SealingOfVault {
  @Override
  void seal(RaftVault server) {
    server.restart();
  }
}
