package io.keycheck.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What certify is told of a cluster that it adopts. */
final class AdoptedOptions {
  @Option(
      names = "--context",
      paramLabel = "CTX",
      description =
          "The kubeconfig context of an adopted cluster, or with --attach the one to read (default"
              + " then: the current one).")
  private String context;

  @Option(
      names = "--i-may-write-to",
      paramLabel = "CTX",
      description = "Allow writing to the adopted cluster; must repeat the context.")
  private String mayWriteTo;

  @Option(
      names = "--namespace-prefix",
      paramLabel = "PREFIX",
      description =
          "How the names of the run's namespaces begin in an adopted cluster (default: kc- and"
              + " keycheck-). Refused where namespaces of such names are there that no run made.")
  private String namespacePrefix;

  @Option(
      names = "--plan",
      description =
          "Only look at the adopted cluster, and print all that a run would make there and in the"
              + " store; --output json as well. Makes nothing, so that --i-may-write-to is not"
              + " needed.")
  private boolean plan;

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

  /** Whether only a plan is asked for. */
  boolean plan() {
    return plan;
  }

  /** The context, if one was given. */
  Optional<String> context() {
    return Optional.ofNullable(context);
  }

  /** The settings that were given. */
  void putInto(Map<String, String> options) {
    put(options, "context", context);
    // A plan writes nothing, so nobody has to allow it.
    put(options, "i-may-write-to", plan && mayWriteTo == null ? context : mayWriteTo);
    put(options, "namespace-prefix", namespacePrefix);
    put(options, "vault-addr", vaultAddr);
    put(options, "vault-token-file", vaultTokenFile);
    put(options, "vault-login-role", vaultLoginRole);
    put(options, "vault-login-mount", vaultLoginMount);
    put(options, "vault-login-token-file", vaultLoginTokenFile);
    put(options, "vault-ca", vaultCa);
    put(options, "vault-kv-mount", vaultKvMount);
    put(options, "vault-auth-mount", vaultAuthMount);
    put(options, "vault-prefix", vaultPrefix);
  }

  private static void put(Map<String, String> options, String name, String value) {
    if (value != null) {
      options.put(name, value);
    }
  }
}
