package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;

/** The certificate of Vault is for another name than that by which the class calls it. */
@Fault(
    checks = "vault-tls-untrusted",
    shows = "a refused mount: x509, for other names than the address")
public final class VaultOfAnotherName extends UntrustedVault {

  /** The class calls it by its address. */
  public VaultOfAnotherName() {
    super("x509: .*(IP SANs|valid for)");
  }
}
