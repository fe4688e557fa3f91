package io.keycheck.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** How a Vault that exists is reached, and what may be used there. */
final class VaultOptions {
  @Option(
      names = "--vault-addr",
      paramLabel = "URL",
      description =
          "Use a Vault that exists, reached at this URL from here and from the cluster's pods; the"
              + " token is taken from VAULT_TOKEN, unless one of the next two says otherwise. Its"
              + " Kubernetes authentication must trust the cluster already.")
  private String vaultAddr;

  @Option(
      names = "--vault-token-file",
      paramLabel = "FILE",
      description = "Take the token from this file.")
  private String vaultTokenFile;

  @Option(
      names = "--vault-login-role",
      paramLabel = "ROLE",
      description =
          "Log in by Kubernetes authentication instead; --vault-login-mount MOUNT (default: that of"
              + " --vault-auth-mount) and --vault-login-token-file FILE (default: the pod's own) say"
              + " where and as whom.")
  private String vaultLoginRole;

  @Option(names = "--vault-login-mount", paramLabel = "MOUNT", hidden = true)
  private String vaultLoginMount;

  @Option(names = "--vault-login-token-file", paramLabel = "FILE", hidden = true)
  private String vaultLoginTokenFile;

  @Option(
      names = "--vault-ca",
      paramLabel = "FILE",
      description =
          "Certificates in PEM by which Vault is trusted from here; the provider must trust it by"
              + " itself.")
  private String vaultCa;

  @Option(
      names = "--vault-kv-mount",
      paramLabel = "MOUNT",
      description = "The key-value engine to use there (default: secret).")
  private String vaultKvMount;

  @Option(
      names = "--vault-auth-mount",
      paramLabel = "MOUNT",
      description = "Its Kubernetes authentication (default: kubernetes).")
  private String vaultAuthMount;

  @Option(
      names = "--vault-prefix",
      paramLabel = "PATH",
      description =
          "The path below the engine that may be used; policies and roles are named alike, with"
              + " hyphens. Nothing else is written to.")
  private String vaultPrefix;

  /** The settings that were given. */
  void putInto(Map<String, String> options) {
    Settings.put(options, "vault-addr", vaultAddr);
    Settings.put(options, "vault-token-file", vaultTokenFile);
    Settings.put(options, "vault-login-role", vaultLoginRole);
    Settings.put(options, "vault-login-mount", vaultLoginMount);
    Settings.put(options, "vault-login-token-file", vaultLoginTokenFile);
    Settings.put(options, "vault-ca", vaultCa);
    Settings.put(options, "vault-kv-mount", vaultKvMount);
    Settings.put(options, "vault-auth-mount", vaultAuthMount);
    Settings.put(options, "vault-prefix", vaultPrefix);
  }
}
