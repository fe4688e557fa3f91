package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A live namespace is read with few requests, and what cannot be read is said. */
class LiveTest {
  private static final String CLASSES =
      "/apis/secrets-store.csi.x-k8s.io/v1/namespaces/shop/secretproviderclasses";
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private static final String DAEMON_SETS = "/apis/apps/v1/daemonsets";
  private static final String REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

  private static final String APP_POD =
      """
      {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"env1-0"},
       "spec":{"nodeName":"n1","containers":[{"name":"app","args":["--password=hunter2"]}]}}""";
  private static final String DRIVER_SET =
      """
      {"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"namespace":"csi","name":"sscd"},
       "spec":{"selector":{"matchLabels":{"app":"sscd"}},"template":{"spec":{"containers":[
         {"name":"driver","image":"r/csi-secrets-store/driver:v1.6.0","args":["--nodeid=n1"]}]}}}}""";
  private static final String PROVIDER_SET =
      """
      {"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"namespace":"vault","name":"vcp"},
       "spec":{"selector":{"matchLabels":{"app":"vcp"}},"template":{"spec":{"containers":[
         {"name":"p","image":"r/vault-csi-provider:1.7.4","args":[]}]}}}}""";

  private static final String ONE_POD =
      """
      {"metadata":{},"items":[{"metadata":{"namespace":"shop","name":"p"}}]}""";

  @TempDir Path folder;
  @AutoClose private final ApiServer server = new ApiServer();

  @Test
  void aNamespaceIsReadWithFifteenRequestsAtMost() {
    server.servesAllIn("shop").has(APP_POD).has(DRIVER_SET).has(PROVIDER_SET);
    server.has(driverPod("csi", "sscd-1")).has(providerPod("vault", "vcp-1"));
    server.has(vaultClass("shop", true)).has(awsClass("shop"));
    Snapshot snapshot = read("shop");
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(15);
    assertThat(known(snapshot.in("shop", Kind.POD))).containsExactly("env1-0");
    assertThat(known(snapshot.driverAndProviderPods())).containsExactly("sscd-1", "vcp-1");
    assertThat(known(snapshot.all(Kind.NODE))).isEmpty();
  }

  @Test
  void everyRequestReadsAndSaysWhoAsks() {
    server.servesAllIn("shop").has(APP_POD).has(DRIVER_SET);
    read("shop");
    assertThat(server.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.method().equals("GET") || asked.path().equals(REVIEW))
                  .as(asked.toString())
                  .isTrue();
              assertThat(asked.path()).doesNotContain("secrets/").doesNotEndWith("secrets");
              assertThat(asked.query()).doesNotContain("watch");
              assertThat(asked.userAgent()).isEqualTo("keycheck/0.0.0 diagnose");
            });
  }

  @Test
  void whatMattersToNoCheckHereIsNotAskedFor() {
    server.servesAllIn("shop").has(APP_POD).has(vaultClass("shop", false));
    read("shop");
    assertThat(server.askedPaths())
        .noneMatch(path -> path.contains("clusterroles") || path.endsWith("/nodes"));
  }

  @Test
  void rolesAreAskedForWhereTheDriverIsToMakeSecrets() {
    server.servesAllIn("shop").has(APP_POD).has(vaultClass("shop", true));
    read("shop");
    assertThat(server.askedPaths())
        .contains("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings");
  }

  @Test
  void longListsComeInPages() {
    server.servesAllIn("shop").inPagesOf(2);
    for (int i = 0; i < 5; i++) {
      server.has(APP_POD.replace("env1-0", "env1-" + i));
    }
    assertThat(known(read("shop").in("shop", Kind.POD))).hasSize(5);
  }

  @Test
  void aListWhosePagesAreGoneIsReadFromTheStart() {
    server.servesAllIn("shop").answers(PODS, 410, "{}");
    server.answers(PODS, 200, ONE_POD);
    assertThat(known(read("shop").in("shop", Kind.POD))).containsExactly("p");
  }

  @Test
  void aMissingRightIsNamed() {
    server.servesAllIn("shop").has(APP_POD).forbids(CLASSES);
    server.forbids("/apis/storage.k8s.io/v1/csidrivers");
    Snapshot snapshot = read("shop");
    assertThat(snapshot.in("shop", Kind.CLASS))
        .isEqualTo(
            Read.unreadable(
                "list secretproviderclasses.secrets-store.csi.x-k8s.io in namespace shop"));
    assertThat(snapshot.all(Kind.CSI_DRIVER))
        .isEqualTo(Read.unreadable("list csidrivers.storage.k8s.io"));
    assertThat(snapshot.in("shop", Kind.POD).isKnown()).isTrue();
  }

  @Test
  void aKindThatIsNotThereIsAbsentAndNotUnreadable() {
    server.serves(PODS).has(APP_POD);
    Snapshot snapshot = read("shop");
    assertThat(known(snapshot.in("shop", Kind.CLASS))).isEmpty();
    assertThat(known(snapshot.all(Kind.SERVED_KIND))).isEmpty();
  }

  @Test
  void whetherAKindIsThereIsKnownWithoutTheRightToListIt() {
    server.servesAllIn("shop").has(APP_POD).forbids(CLASSES);
    server.answers(
        "/apis/secrets-store.csi.x-k8s.io/v1",
        200,
        "{\"resources\":[{\"name\":\"secretproviderclasses\",\"kind\":\"SecretProviderClass\"}]}");
    assertThat(known(read("shop").all(Kind.SERVED_KIND)))
        .containsExactly("secretproviderclasses.secrets-store.csi.x-k8s.io");
  }

  @Test
  void whereDaemonSetsAreHiddenTheUsualNamespaceIsLookedAt() {
    server.servesAllIn("shop").has(APP_POD).has(vaultClass("shop", false)).forbids(DAEMON_SETS);
    server.has(driverPod("kube-system", "d")).has(providerPod("kube-system", "p"));
    assertThat(known(read("shop").driverAndProviderPods())).containsExactly("d", "p");
  }

  @Test
  void aProviderThatIsNotSeenThereMayBeElsewhere() {
    server.servesAllIn("shop").has(APP_POD).has(vaultClass("shop", false)).forbids(DAEMON_SETS);
    server.has(driverPod("kube-system", "d"));
    assertThat(read("shop").driverAndProviderPods().isKnown()).isFalse();
  }

  @Test
  void podsInTheDriversNamespaceThatMayNotBeListedAreNamed() {
    server.servesAllIn("shop").has(APP_POD).has(DRIVER_SET).forbids("/api/v1/namespaces/csi/pods");
    assertThat(read("shop").driverAndProviderPods())
        .isEqualTo(Read.unreadable("list pods in namespace csi"));
  }

  @Test
  void whoMayReadSecretsIsTold() {
    server.servesAllIn("shop").has(APP_POD);
    server.answers(REVIEW, 201, "{\"status\":{\"allowed\":true}}");
    assertThat(read("shop").notes())
        .containsExactly(
            "The account that asked may read Secrets in namespace shop; none was read.");
  }

  @Test
  void aBusyServerIsAskedAgain() {
    server.servesAllIn("shop");
    server.answers(PODS, 429, "{}", "Retry-After", "0");
    server.answers(PODS, 200, ONE_POD);
    assertThat(known(read("shop").in("shop", Kind.POD))).containsExactly("p");
  }

  @Test
  void aServerThatStaysBusyIsGivenUp() {
    server.servesAllIn("shop").has(vaultClass("shop", false));
    server.answers(PODS, 429, "{}", "Retry-After", "0");
    assertThat(read("shop").in("shop", Kind.POD))
        .isEqualTo(
            Read.unreadable(
                "list pods in namespace shop when the API server is less busy (it answered 429)"));
    assertThat(server.askedPaths().stream().filter(PODS::equals)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {} | list pods in namespace shop (the API server answered 500)",
        "200 | <html> | list pods in namespace shop (what answered is no list of an API server)",
        "200 | {\"items\":[{]} | list pods in namespace shop (what answered is no list of an API server)",
        "200 | {\"kind\":\"Status\"} | list pods in namespace shop (what answered is no list of an API server)"
      })
  void anAnswerThatIsNoListIsNoEvidence(int code, String body, String needs) {
    server.servesAllIn("shop").has(vaultClass("shop", false)).answers(PODS, code, body);
    assertThat(read("shop").in("shop", Kind.POD)).isEqualTo(Read.unreadable(needs));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {}",
        "403 | {\"message\":\"User \\\"system:anonymous\\\" cannot list resource\"}"
      })
  void credentialsThatAreNotAcceptedAreOneSentence(int code, String body) {
    server.servesAllIn("shop");
    server.asEverywhere(code, body);
    assertThatThrownBy(() -> read("shop"))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageMatching(
            "The API server \\S+ does not accept the credentials of context 'night': .*");
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() {
    server.close();
    assertThatThrownBy(() -> read("shop"))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageMatching("The API server http://127.0.0.1:\\d+ refuses connections: .*");
  }

  @Test
  void aNamespaceThatIsNotThereIsOneSentence() {
    server.servesAllIn("shop");
    assertThatThrownBy(() -> read("shop"))
        .isInstanceOf(ClusterUnreadable.class)
        .hasMessageContaining("has no namespace 'shop'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secrets", "a/b", "", "Shop", "a?watch=1"})
  void whatCannotNameANamespaceIsNotAskedFor(String name) {
    assertThatThrownBy(() -> read(name)).isInstanceOf(ClusterUnreadable.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void allNamespacesAreReadAtOnce() {
    server.servesAllIn("shop").has(APP_POD).has(APP_POD.replace("shop", "shop2"));
    server.serves("/api/v1/pods").has(APP_POD).has(APP_POD.replace("shop", "shop2"));
    server.has(driverPod("csi", "d"));
    try (Live live = server.open(folder, false)) {
      Snapshot snapshot = live.readAll();
      assertThat(snapshot.namespaces()).contains("shop", "shop2");
      assertThat(known(snapshot.driverAndProviderPods())).containsExactly("d");
    }
  }

  @Test
  void theDriversLogIsReadWhereItIsAskedFor() {
    server.servesAllIn("shop").has(APP_POD).has(DRIVER_SET).has(driverPod("csi", "sscd-1"));
    server.answers(
        "/api/v1/namespaces/csi/pods/sscd-1/log",
        200,
        "I0101 all is well\nE0101 failed to mount secrets store object content err=x\n");
    try (Live live = server.open(folder, true)) {
      assertThat(live.read("shop").driverLog())
          .isEqualTo(
              Read.known(List.of("E0101 failed to mount secrets store object content err=x")));
    }
    assertThat(read("shop").driverLog().isKnown()).isFalse();
  }

  @Test
  void aLogOfPodsThatAreHiddenIsNotTakenForSilence() {
    server.servesAllIn("shop").has(APP_POD).has(DRIVER_SET).forbids("/api/v1/namespaces/csi/pods");
    try (Live live = server.open(folder, true)) {
      assertThat(live.read("shop").driverLog())
          .isEqualTo(Read.unreadable("list pods in namespace csi"));
    }
  }

  private Snapshot read(String namespace) {
    try (Live live = server.open(folder, false)) {
      return live.read(namespace);
    }
  }

  private static <T extends Item> List<String> known(Read<List<T>> read) {
    return read.orUnknown().stream().map(item -> item.meta().name()).toList();
  }

  private static String driverPod(String namespace, String name) {
    return """
        {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"%s","name":"%s","labels":{"app":"sscd"}},
         "spec":{"nodeName":"n1","containers":[
           {"name":"driver","image":"r/csi-secrets-store/driver:v1.6.0","args":["--nodeid=n1"]}]}}"""
        .formatted(namespace, name);
  }

  private static String providerPod(String namespace, String name) {
    return """
        {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"%s","name":"%s","labels":{"app":"vcp"}},
         "spec":{"nodeName":"n1","containers":[{"name":"p","image":"r/vault-csi-provider:1.7.4"}]}}"""
        .formatted(namespace, name);
  }

  private static String vaultClass(String namespace, boolean synced) {
    return """
        {"apiVersion":"secrets-store.csi.x-k8s.io/v1","kind":"SecretProviderClass",
         "metadata":{"namespace":"%s","name":"env1"},
         "spec":{"provider":"vault","parameters":{}%s}}"""
        .formatted(namespace, synced ? ",\"secretObjects\":[{\"secretName\":\"s\"}]" : "");
  }

  private static String awsClass(String namespace) {
    return """
        {"apiVersion":"secrets-store.csi.x-k8s.io/v1","kind":"SecretProviderClass",
         "metadata":{"namespace":"%s","name":"env2"},"spec":{"provider":"aws","parameters":{}}}"""
        .formatted(namespace);
  }
}
