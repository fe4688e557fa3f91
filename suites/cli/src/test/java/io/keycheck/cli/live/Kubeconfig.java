package io.keycheck.cli.live;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the kubeconfig of somebody, as that person would bring it. */
final class Kubeconfig {
  private Kubeconfig() {}

  /** Of who has a token. */
  static Path ofToken(
      Path file, String context, String namespace, String server, Config cluster, String token)
      throws IOException {
    return write(file, context, namespace, server, cluster, "token: " + token);
  }

  /** Of who has the certificate of the cluster's own configuration. */
  static Path ofCertificate(Path file, String context, String server, Config cluster)
      throws IOException {
    return write(
        file,
        context,
        "default",
        server,
        cluster,
        "client-certificate-data: %s, client-key-data: %s"
            .formatted(cluster.getClientCertData(), cluster.getClientKeyData()));
  }

  private static Path write(
      Path file, String context, String namespace, String server, Config cluster, String user)
      throws IOException {
    return Files.writeString(
        file,
        """
        current-context: %1$s
        contexts: [{name: %1$s, context: {cluster: c, user: u, namespace: %2$s}}]
        clusters: [{name: c, cluster: {server: "%3$s", certificate-authority-data: %4$s}}]
        users: [{name: u, user: {%5$s}}]
        """
            .formatted(context, namespace, server, cluster.getCaCertData(), user));
  }
}
