package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a diagnosis sends is a reading, whoever makes the request. */
class ReadOnlyTest {
  private static final String SERVER = "https://cluster:6443";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/namespaces/shop/pods?limit=500",
        "/api/v1/namespaces/shop/pods/env1-0",
        "/api/v1/namespaces/shop",
        "/api/v1/nodes?limit=500&continue=abc",
        "/apis/apps/v1/namespaces/shop/deployments",
        "/apis/apps/v1/daemonsets",
        "/apis/secrets-store.csi.x-k8s.io/v1",
        "/apis/secrets-store.csi.x-k8s.io/v1/namespaces/shop/secretproviderclasses",
        "/apis/storage.k8s.io/v1/csidrivers/secrets-store.csi.k8s.io"
      })
  void whatChecksLookAtMayBeRead(String path) {
    assertThatCode(() -> check("GET", path, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/secrets",
        "/api/v1/namespaces/shop/secrets",
        "/api/v1/namespaces/shop/secrets/env1",
        "/api/v1/namespaces/shop/configmaps",
        "/api/v1/namespaces/secrets/secrets",
        "/api/v1/namespaces/shop/pods/../secrets",
        "/api/v1/namespaces/shop/%73ecrets",
        "/api/v1//namespaces/shop/secrets",
        "/apis/apps/v1/namespaces/shop/pods",
        "/api/v1/namespaces/shop/pods/env1-0/exec?command=cat",
        "/api/v1/namespaces/shop/pods/env1-0/attach",
        "/api/v1/namespaces/shop/pods/env1-0/proxy/secret",
        "/api/v1/namespaces/shop/pods/env1-0/log",
        "/api/v1/nodes/n1/proxy/pods",
        "/api/v1/watch/namespaces/shop/pods",
        "/api/v1/namespaces/shop/pods?watch=true",
        "/api/v1/namespaces/shop/pods?limit=1&watch=1",
        "/api/v1/namespaces/shop/serviceaccounts/env1/token",
        "/metrics",
        "/logs/kube-apiserver.log",
        "/"
      })
  void nothingElseMayBeRead(String path) {
    assertThatThrownBy(() -> check("GET", path, false)).isInstanceOf(RequestRefused.class);
  }

  @Test
  void logsMayBeReadWhereTheyWereAskedFor() {
    String log = "/api/v1/namespaces/kube-system/pods/driver-1/log?container=driver";
    assertThatCode(() -> check("GET", log, true)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("GET", log + "&follow=true", true))
        .isInstanceOf(RequestRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "CONNECT", "get", "HEAD", "OPTIONS"})
  void nothingIsWritten(String method) {
    assertThatThrownBy(() -> check(method, "/api/v1/namespaces/shop/pods/env1-0", true))
        .isInstanceOf(RequestRefused.class)
        .hasMessageStartingWith(
            "A diagnosis does not send " + method + " /api/v1/namespaces/shop/pods/env1-0");
  }

  @ParameterizedTest
  @CsvSource({
    "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews, true",
    "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews, true",
    "/apis/authorization.k8s.io/v1/subjectaccessreviews, false",
    "/apis/authentication.k8s.io/v1/tokenreviews, false",
    "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews?dryRun=All, false"
  })
  void ofReviewsAnAccountMayOnlyAskForItself(String path, boolean allowed) {
    if (allowed) {
      assertThatCode(() -> check("POST", path, false)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> check("POST", path, false)).isInstanceOf(RequestRefused.class);
    }
  }

  @Test
  void aServerBehindAPathIsGuardedToo() {
    ReadOnly guard = new ReadOnly(URI.create("https://rancher/k8s/clusters/c-1/"), false);
    assertThatCode(
            () -> guard.check("GET", URI.create("https://rancher/k8s/clusters/c-1/api/v1/nodes")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.check("GET", URI.create("https://rancher/v3/secrets")))
        .isInstanceOf(RequestRefused.class);
  }

  /** Whoever gets hold of the client beneath and writes on purpose does not get through. */
  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aWriteOnPurposeNeverReachesTheServer(String method) {
    try (ApiServer server = new ApiServer().servesAllIn("shop");
        ReadOnlyClient client = client(server)) {
      HttpClient http = client.http();
      HttpRequest write =
          http.newHttpRequestBuilder()
              .uri(server.address() + "/api/v1/namespaces/shop/pods")
              .method(method, "application/json", "{}")
              .build();
      assertThatThrownBy(() -> http.sendAsync(write, byte[].class).join())
          .hasStackTraceContaining("RequestRefused");
      HttpRequest read =
          http.newHttpRequestBuilder().uri(server.address() + "/api/v1/secrets").build();
      assertThatThrownBy(() -> http.sendAsync(read, byte[].class).join())
          .hasStackTraceContaining("RequestRefused");
      assertThat(server.asked()).isEmpty();
    }
  }

  /** Executing and watching are upgrades of a GET. */
  @Test
  void aWebSocketOnPurposeNeverReachesTheServer() {
    try (ApiServer server = new ApiServer();
        ReadOnlyClient client = client(server)) {
      assertThatThrownBy(
              () ->
                  client
                      .http()
                      .newWebSocketBuilder()
                      .uri(URI.create(server.address() + "/api/v1/namespaces/a/pods/b/exec"))
                      .buildAsync(new io.fabric8.kubernetes.client.http.WebSocket.Listener() {})
                      .join())
          .hasStackTraceContaining("RequestRefused");
      assertThat(server.asked()).isEmpty();
    }
  }

  private static ReadOnlyClient client(ApiServer server) {
    Config config = Config.empty();
    config.setMasterUrl(server.address());
    return new ReadOnlyClient(config, "keycheck/0.0.0 diagnose", false);
  }

  private static void check(String method, String path, boolean logs) {
    new ReadOnly(URI.create(SERVER), logs).check(method, URI.create(SERVER + path));
  }
}
