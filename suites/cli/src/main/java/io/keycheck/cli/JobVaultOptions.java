package io.keycheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a Job's pod comes to what it shows Vault; no option holds a secret. */
final class JobVaultOptions {
  /** The key of a Secret with a token, unless one is named. */
  private static final String TOKEN = "token";

  /** The key of a ConfigMap with certificates, unless one is named. */
  private static final String CERTIFICATES = "ca.crt";

  private static final String NAMED =
      "[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?(/[-._a-zA-Z0-9]{1,253})?";

  @Option(
      names = "--vault-token-secret",
      paramLabel = "NAME[/KEY]",
      description =
          "With certify: take Vault's token from this Secret, which is there (default KEY: token);"
              + " or log in with --vault-login-role after --.")
  private Optional<String> tokenSecret = Optional.empty();

  @Option(
      names = "--vault-login-audience",
      paramLabel = "AUDIENCE",
      description =
          "With certify: log in to Vault with a token for this audience (default: the API"
              + " server's).")
  private Optional<String> audience = Optional.empty();

  @Option(
      names = "--vault-ca-map",
      paramLabel = "NAME[/KEY]",
      description =
          "With certify: trust Vault by the certificates in this ConfigMap, which is there (default"
              + " KEY: ca.crt).")
  private Optional<String> authority = Optional.empty();

  /** Returns whether any was given. */
  boolean given() {
    return tokenSecret.isPresent() || audience.isPresent() || authority.isPresent();
  }

  /** Returns what is wrong with the options themselves, if anything is. */
  Optional<String> mistake() {
    if (tokenSecret.filter(each -> !each.matches(NAMED)).isPresent()) {
      return Optional.of(
          "--vault-token-secret is NAME[/KEY] of a Secret, not '%s'.".formatted(tokenSecret.get()));
    }
    if (authority.filter(each -> !each.matches(NAMED)).isPresent()) {
      return Optional.of(
          "--vault-ca-map is NAME[/KEY] of a ConfigMap, not '%s'.".formatted(authority.get()));
    }
    if (audience.filter(each -> !each.matches("[\\w.:/@-]{1,253}")).isPresent()) {
      return Optional.of("--vault-login-audience is a word or a URL.");
    }
    return Optional.empty();
  }

  /** Returns whether a login role has to be given beside it. */
  boolean logsIn() {
    return tokenSecret.isEmpty();
  }

  /** Returns whether a login is described. */
  boolean describesLogin() {
    return audience.isPresent();
  }

  /** Returns the volumes, and adds to a command where it finds what is in them. */
  List<JobMount> mount(List<String> command) {
    List<JobMount> mounts = new ArrayList<>();
    tokenSecret.ifPresent(
        named -> {
          JobMount mount =
              new JobMount(
                  "vault-token",
                  "secret: {secretName: %s, items: [{key: %s, path: token}]}"
                      .formatted(
                          JobManifest.quoted(name(named)), JobManifest.quoted(key(named, TOKEN))));
          mounts.add(mount);
          command.addAll(List.of("--vault-token-file", mount.file("token")));
        });
    audience.ifPresent(
        whom -> {
          JobMount mount =
              new JobMount(
                  "vault-login",
                  "projected: {sources: [{serviceAccountToken: {audience: %s, path: token}}]}"
                      .formatted(JobManifest.quoted(whom)));
          mounts.add(mount);
          command.addAll(List.of("--vault-login-token-file", mount.file("token")));
        });
    authority.ifPresent(
        named -> {
          JobMount mount =
              new JobMount(
                  "vault-ca",
                  "configMap: {name: %s, items: [{key: %s, path: ca.crt}]}"
                      .formatted(
                          JobManifest.quoted(name(named)),
                          JobManifest.quoted(key(named, CERTIFICATES))));
          mounts.add(mount);
          command.addAll(List.of("--vault-ca", mount.file("ca.crt")));
        });
    return mounts;
  }

  private static String name(String named) {
    return named.split("/", 2)[0];
  }

  private static String key(String named, String usual) {
    return named.contains("/") ? named.split("/", 2)[1] : usual;
  }
}
