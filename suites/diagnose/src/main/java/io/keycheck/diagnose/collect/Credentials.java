package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How a client reaches a cluster, by the entries of a kubeconfig for it and for the user.
 *
 * <p>The client's own way of reading a kubeconfig takes a quarter of a second, so it is gone only
 * where it is needed: for users who get credentials from a program or a provider.
 */
final class Credentials {
  private static final Set<String> CLUSTER =
      Set.of(
          "server",
          "certificate-authority",
          "certificate-authority-data",
          "insecure-skip-tls-verify",
          "extensions");
  private static final Set<String> USER =
      Set.of(
          "client-certificate",
          "client-certificate-data",
          "client-key",
          "client-key-data",
          "token",
          "tokenFile",
          "username",
          "password",
          "extensions");

  private final Path kubeconfig;
  private final JsonNode cluster;
  private final JsonNode user;

  Credentials(Path kubeconfig, JsonNode cluster, JsonNode user) {
    this.kubeconfig = kubeconfig;
    this.cluster = cluster;
    this.user = user;
  }

  /**
   * Returns the client's configuration.
   *
   * @param environment the environment's variables, of which those for proxies count
   */
  Config config(String context, Map<String, String> environment) {
    Config config = arePlain() ? plain() : Config.fromKubeconfig(context, kubeconfig.toFile());
    if (config.getHttpsProxy() == null) {
      config.setHttpsProxy(either(environment, "HTTPS_PROXY"));
    }
    if (config.getHttpProxy() == null) {
      config.setHttpProxy(either(environment, "HTTP_PROXY"));
    }
    String noProxy = either(environment, "NO_PROXY");
    if (noProxy != null) {
      config.setNoProxy(noProxy.split("\\s*,\\s*", -1));
    }
    return config;
  }

  private boolean arePlain() {
    return cluster.properties().stream().allMatch(field -> CLUSTER.contains(field.getKey()))
        && user.properties().stream().allMatch(field -> USER.contains(field.getKey()));
  }

  private Config plain() {
    Config config = Config.empty();
    config.setMasterUrl(text(cluster, "server").replaceAll("/*$", "/"));
    config.setTrustCerts(cluster.path("insecure-skip-tls-verify").asBoolean());
    config.setCaCertFile(file(cluster, "certificate-authority"));
    config.setCaCertData(text(cluster, "certificate-authority-data"));
    config.setClientCertFile(file(user, "client-certificate"));
    config.setClientCertData(text(user, "client-certificate-data"));
    config.setClientKeyFile(file(user, "client-key"));
    config.setClientKeyData(text(user, "client-key-data"));
    if (config.getClientKeyFile() != null || config.getClientKeyData() != null) {
      config.setClientKeyAlgo(
          Config.getKeyAlgorithm(config.getClientKeyFile(), config.getClientKeyData()));
    }
    config.setOauthToken(text(user, "token"));
    if (user.has("tokenFile")) {
      config.setOauthTokenProvider(new TokenFile(Path.of(file(user, "tokenFile"))));
    }
    config.setUsername(text(user, "username"));
    config.setPassword(text(user, "password"));
    return config;
  }

  /** Returns a file that the kubeconfig names, relative to itself. */
  private String file(JsonNode entry, String field) {
    String name = text(entry, field);
    return name == null ? null : kubeconfig.toAbsolutePath().resolveSibling(name).toString();
  }

  private static String text(JsonNode entry, String field) {
    String text = entry.path(field).asText();
    return text.isEmpty() ? null : text;
  }

  private static String either(Map<String, String> environment, String name) {
    String value =
        environment.getOrDefault(name, environment.get(name.toLowerCase(java.util.Locale.ROOT)));
    return value == null || value.isBlank() ? null : value;
  }
}
