package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.reports.diagnosis.Shell;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a pod comes to Vault, as the text of its mount tells, or else its class.
 *
 * @param address the address of Vault, or empty where only the provider knows it
 * @param namespace a namespace of Vault, or empty
 * @param mount where the auth method is mounted
 * @param role the role, or a placeholder
 */
record VaultAccess(String address, String namespace, String mount, String role) {
  private static final String DEFAULT_MOUNT = "kubernetes";

  static VaultAccess of(MountFailure failure) {
    return new VaultAccess(
        failure.parameter("vaultAddress"),
        first(failure.text().named(Detail.NAMESPACE), failure.parameter("vaultNamespace")),
        first(
            failure.text().named(Detail.MOUNT),
            failure.parameter("vaultAuthMountPath").replaceFirst("^auth/", ""),
            failure.parameter("vaultKubernetesMountPath").replaceFirst("^auth/", ""),
            DEFAULT_MOUNT),
        first(failure.text().named(Detail.ROLE), failure.parameter("roleName"), "<role>"));
  }

  /** Returns the path of the role. */
  String rolePath() {
    return "auth/%s/role/%s".formatted(mount, role);
  }

  /** Returns a line for Vault's command line; the verb may have several words and options. */
  String line(String verb, String... words) {
    Stream<String> quoted = Arrays.stream(words).map(OneLine::of).map(Shell::quote);
    String inNamespace =
        namespace.isEmpty() ? "" : " -namespace=" + Shell.quote(OneLine.of(namespace));
    return "vault " + verb + inNamespace + quoted.map(" "::concat).collect(Collectors.joining());
  }

  /** Returns a line for Vault's kv commands, about the secret at the path. */
  String kv(String verb, SecretPath path, String... words) {
    String[] all =
        Stream.concat(Stream.of(path.name()), Arrays.stream(words)).toArray(String[]::new);
    return line("kv " + verb + " -mount=" + Shell.quote(OneLine.of(path.mount())), all);
  }

  private static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
  }
}
