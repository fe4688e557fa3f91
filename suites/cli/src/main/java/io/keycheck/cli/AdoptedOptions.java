package io.keycheck.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin private VaultOptions vault = new VaultOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  @Option(
      names = "--app-image",
      paramLabel = "REF",
      description =
          "The image of the app's idle containers, as the adopted cluster pulls it: with sh, sleep,"
              + " stat and sha256sum, such as a busybox (default: the one that was made here).")
  private String appImage;

  @Option(
      names = "--install",
      paramLabel = "PARTS",
      description =
          "Install what the adopted cluster has not, and take it away at the end: driver,"
              + " vault-provider, operator (stand-ins), or several with commas. Refused where it is"
              + " there; --plan shows what it would be.")
  private String install;

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
    Settings.put(options, "context", context);
    // A plan writes nothing, so nobody has to allow it.
    Settings.put(options, "i-may-write-to", plan && mayWriteTo == null ? context : mayWriteTo);
    Settings.put(options, "namespace-prefix", namespacePrefix);
    vault.putInto(options);
    aws.putInto(options);
    Settings.put(options, "app-image", appImage);
    Settings.put(options, "install", install);
  }
}
