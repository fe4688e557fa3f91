package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.lab.cluster.RaftVault;

/** Vault is sealed, as after a restart. */
@Fault(checks = "vault-sealed", shows = "a refused mount: 503, Vault is sealed")
public final class VaultSealed extends SealingOfVault {
  @Override
  void seal(RaftVault server) {
    server.seal();
  }
}
