package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.lab.cluster.RaftVault;
import io.keycheck.lab.sample.Blueprint;

/** The certificate of Vault is of an authority that the provider does not know. */
@Fault(checks = "vault-tls-untrusted", shows = "a refused mount: x509, signed by unknown authority")
public final class VaultOfAnUnknownAuthority extends UntrustedVault {

  /** The class calls it by the name in the certificate. */
  public VaultOfAnUnknownAuthority() {
    super("x509: .*unknown authority");
  }

  @Override
  Blueprint calling(Blueprint blueprint) {
    return blueprint.with("vaultTLSServerName", RaftVault.NAME);
  }
}
