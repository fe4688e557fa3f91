package io.keycheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The kubeconfig of a pod's own account, with one context {@code in-cluster}, so that inside a
 * cluster every command finds it as it finds any other.
 */
final class OwnKubeconfig {
  /** The context that it has. */
  static final String CONTEXT = "in-cluster";

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private OwnKubeconfig() {}

  /** Writes it where KUBECONFIG says, unless this is no pod or there is one already. */
  static void write(Map<String, String> environment) throws IOException {
    write(environment, ACCOUNT);
  }

  static void write(Map<String, String> environment, Path account) throws IOException {
    String place = environment.getOrDefault("KUBECONFIG", "");
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    if (place.isBlank() || host.isBlank() || !Files.exists(account.resolve("token"))) {
      return;
    }
    Path file = Path.of(place);
    if (Files.exists(file)) {
      return;
    }
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        """
        current-context: in-cluster
        contexts: [{name: in-cluster, context: {cluster: own, user: own, namespace: %s}}]
        clusters: [{name: own, cluster: {server: "https://%s:%s", certificate-authority: "%s"}}]
        users: [{name: own, user: {token: %s}}]
        """
            .formatted(
                Files.readString(account.resolve("namespace")).strip(),
                host.contains(":") ? "[" + host + "]" : host,
                environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443"),
                account.resolve("ca.crt"),
                Files.readString(account.resolve("token")).strip()));
  }
}
