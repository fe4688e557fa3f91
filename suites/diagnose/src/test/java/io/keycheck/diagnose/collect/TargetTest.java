package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kubeconfig leads to a cluster, or to one sentence. */
class TargetTest {
  private static final String TWO =
      """
      current-context: one
      contexts:
        - {name: one, context: {cluster: c, user: u, namespace: shop}}
        - {name: two, context: {cluster: c, user: u}}
        - {name: lost, context: {cluster: gone, user: u}}
      clusters: [{name: c, cluster: {server: "https://cluster:6443"}}]
      users: [{name: u, user: {token: opaque}}]
      """;

  @TempDir Path folder;

  @Test
  void theCurrentContextIsTakenWithItsNamespace() throws IOException {
    Target target = target(TWO, "");
    assertThat(target.context()).isEqualTo("one");
    assertThat(target.namespace()).isEqualTo("shop");
    assertThat(target.config().getMasterUrl()).startsWith("https://cluster:6443");
  }

  @Test
  void aContextWithoutNamespaceMeansDefault() throws IOException {
    assertThat(target(TWO, "two").namespace()).isEqualTo("default");
  }

  @Test
  void ofSeveralKubeconfigsTheOneThatHasTheContextCounts() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "contexts: []\n");
    Path two = Files.writeString(folder.resolve("two"), TWO);
    Target target =
        Target.of(
            new Access(List.of(), Optional.empty(), "kit", false),
            Map.of("KUBECONFIG", folder.resolve("absent") + ":" + other + ":" + two));
    assertThat(target.context()).isEqualTo("one");
  }

  @Test
  void anUnknownContextIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> target(TWO, "three"))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageEndingWith("has no context 'three': it has one, two, lost.");
  }

  @Test
  void aContextWithoutClusterIsNoPlaceToAsk() {
    assertThatThrownBy(() -> target(TWO, "lost"))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageContaining("names no server for the context 'lost'");
  }

  @Test
  void aKubeconfigThatIsNotThereIsNamed() {
    Access access = new Access(List.of(folder.resolve("absent")), Optional.empty(), "kit", false);
    assertThatThrownBy(() -> Target.of(access, Map.of()))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageContaining("absent cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "a: [", "[1, 2]", "token: s3cr3t: x"})
  void aKubeconfigThatIsNoneIsSaidToBeAndNeverQuoted(String content) {
    assertThatThrownBy(() -> target(content, ""))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageContaining("is not valid")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void withoutCurrentContextOneMustBeChosen() {
    assertThatThrownBy(() -> target(TWO.replace("current-context: one", ""), ""))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageContaining("choose one with --context; it has one, two, lost");
  }

  @Test
  void aUserOfAnyKindIsUnderstoodAsTheClientUnderstandsIt() throws IOException {
    for (String user :
        List.of(
            "{token: opaque}",
            "{username: ann, password: opaque}",
            "{client-certificate: c.pem, client-key: /abs/k.pem, tokenFile: t}",
            "{}")) {
      Files.writeString(folder.resolve("t"), "from a file\n");
      Path file =
          Files.writeString(folder.resolve("kubeconfig"), TWO.replace("{token: opaque}", user));
      Config own =
          Target.of(new Access(List.of(file), Optional.empty(), "kit", false), Map.of()).config();
      Config clients = Config.fromKubeconfig("one", file.toFile());
      assertThat(own)
          .as(user)
          .returns(clients.getMasterUrl(), Config::getMasterUrl)
          .returns(clients.getUsername(), Config::getUsername)
          .returns(clients.getPassword(), Config::getPassword)
          .returns(clients.isTrustCerts(), Config::isTrustCerts)
          .returns(clients.getClientCertFile(), Config::getClientCertFile)
          .returns(clients.getClientKeyFile(), Config::getClientKeyFile);
      assertThat(token(own))
          .as(user)
          .isEqualTo(user.contains("tokenFile") ? "from a file" : token(clients));
    }
  }

  @Test
  void aUserWhoseCredentialsComeFromAProgramIsLeftToTheClient() throws IOException {
    String program =
        "{exec: {apiVersion: client.authentication.k8s.io/v1, command: echo, interactiveMode: Never, args: ['"
            + "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
            + "\"status\":{\"token\":\"made\"}}']}}";
    assertThat(token(target(TWO.replace("{token: opaque}", program), "").config()))
        .isEqualTo("made");
  }

  @Test
  void proxiesAreThoseOfTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("kubeconfig"), TWO);
    Config config =
        Target.of(
                new Access(List.of(file), Optional.empty(), "kit", false),
                Map.of("https_proxy", "http://proxy:3128", "NO_PROXY", "a, b"))
            .config();
    assertThat(config.getHttpsProxy()).isEqualTo("http://proxy:3128");
    assertThat(config.getNoProxy()).containsExactly("a", "b");
  }

  private static String token(Config config) {
    return config.getOauthTokenProvider() != null
        ? config.getOauthTokenProvider().getToken()
        : config.getOauthToken() != null ? config.getOauthToken() : config.getAutoOAuthToken();
  }

  private Target target(String content, String context) throws IOException {
    Path file = Files.writeString(folder.resolve("kubeconfig"), content);
    return Target.of(
        new Access(
            List.of(file), Optional.of(context).filter(name -> !name.isEmpty()), "kit", false),
        Map.of());
  }
}
