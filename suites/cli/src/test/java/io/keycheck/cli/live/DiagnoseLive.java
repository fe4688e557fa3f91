package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.keycheck.lab.Lab;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A live namespace is diagnosed under the shipped roles alone, and the API server's own audit log
 * shows that it was only read.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiagnoseLive {
  private static final int MOST_REQUESTS = 15;

  /** What shows the cluster around: the lab installs driver and provider in two namespaces. */
  private static final String[] AROUND = {
    "--cluster", "--driver-namespace", "kube-system", "--driver-namespace", "keycheck-lab"
  };

  /** A cluster whose port nobody listens on. */
  private static final String SILENT =
      """
      contexts: [{name: silent, context: {cluster: c, user: u}}]
      clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
      users: []
      """;

  @TempDir Path temporary;
  private Lab lab;
  private Stage stage;
  private Environment healthy;
  private Environment refused;
  private AuditLog audit;

  @BeforeAll
  void provision() {
    lab = KeptCluster.lab();
    audit = new AuditLog(lab.cluster().config().getMasterUrl());
    stage = lab.stage("diagnose-live", lab.vault(), new Faults());
    healthy = stage.startAndAwait(stage.sample());
    Blueprint other = healthy.blueprint().posingAs("intruder", stage.namespace());
    refused = stage.start(stage.attach(other));
    refused.awaitRefused(stage.store().refusal(Refusal.ACCOUNT));
  }

  @AfterAll
  void clear() {
    if (stage != null) {
      stage.close();
    }
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void underTheRolesAHealthyAndABrokenEnvironmentAreToldApartAndNothingIsWritten()
      throws Exception {
    Reader reader = reader("night", AROUND);
    Keycheck.Ended ended = reader.diagnose("--output", "json");
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    Map<String, JsonNode> environments = environments(ended.out());
    assertThat(environments.get(healthy.blueprint().name()).path("verdict").asText())
        .as(ended.toString())
        .isEqualTo("healthy");
    JsonNode broken = environments.get(refused.blueprint().name());
    assertThat(checks(broken, "error"))
        .as(ended.toString())
        .containsExactly("vault-account-not-bound");

    assertThat(unknown(environments.get(healthy.blueprint().name())))
        .as("what could not be checked")
        .isSubsetOf("refresh-failing");

    List<AuditLog.Request> requests = audit.requests(reader.account());
    assertOnlyReads(requests);
    assertThat(requests)
        .hasSizeBetween(10, MOST_REQUESTS)
        .allSatisfy(request -> assertThat(request.userAgent()).matches("keycheck/\\S+ diagnose"));
  }

  @Test
  void underTheClusterRoleAllNamespacesAreReadAndNothingIsWritten() throws Exception {
    String account = stage.namespace() + "/everywhere";
    Reader reader = reader("everywhere", List.of("-A", "--account", account), AROUND);
    Keycheck.Ended ended = reader.diagnose("--all-namespaces", "--output", "json");
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    Map<String, JsonNode> environments = environments(ended.out());
    assertThat(environments.get(healthy.blueprint().name()).path("verdict").asText())
        .as(ended.toString())
        .isEqualTo("healthy");
    assertThat(checks(environments.get(refused.blueprint().name()), "error"))
        .containsExactly("vault-account-not-bound");
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void aRoleInTheNamespaceAloneIsEnoughAndTheRestIsSaid() throws Exception {
    Reader reader = reader("alone");
    Keycheck.Ended ended = reader.diagnose("--output", "json");
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(1);
    Map<String, JsonNode> environments = environments(ended.out());
    assertThat(checks(environments.get(refused.blueprint().name()), "error"))
        .containsExactly("vault-account-not-bound");
    JsonNode whole = environments.get(healthy.blueprint().name());
    assertThat(checks(whole, "error")).isEmpty();
    assertThat(whole.path("unknown").toString())
        .as("what it takes to tell the rest")
        .contains("list csidrivers.storage.k8s.io");
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void withoutAnyRightNothingIsReadAndTheRightsAreNamed() throws Exception {
    Reader reader = new Reader("nobody", kubeconfig(account("nobody")));
    Keycheck.Ended ended = reader.diagnose();
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.err())
        .contains("list pods in namespace " + stage.namespace())
        .contains("'keycheck rbac -n " + stage.namespace() + "'");
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void theLogOfTheDriverIsReadUnderAFurtherRole() throws Exception {
    Reader reader = reader("logs", with(AROUND, "--logs", "kube-system"));
    Keycheck.Ended ended = reader.diagnose("--read-logs", "--output", "json");
    assertThat(environments(ended.out()).get(healthy.blueprint().name()).path("unknown").toString())
        .as(ended.toString())
        .doesNotContain("refresh-failing");
    assertThat(audit.requests(reader.account()))
        .extracting(AuditLog.Request::resource)
        .contains("pods/log");
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void aBundleTellsTheSameAsTheCluster() throws Exception {
    Reader reader = reader("bundle", AROUND);
    Path file = temporary.resolve("bundle.tar.gz");
    Keycheck.Ended kept = reader.run("snapshot", "--out", file.toString());
    assertThat(kept.exitCode()).as(kept.toString()).isZero();
    Keycheck.Ended live = reader.diagnose("--output", "json");
    Keycheck.Ended from =
        new Keycheck().run("diagnose", "--from", file.toString(), "--output", "json");
    for (Environment each : List.of(healthy, refused)) {
      String name = each.blueprint().name();
      assertThat(environments(from.out()).get(name).path("findings"))
          .isEqualTo(environments(live.out()).get(name).path("findings"));
    }
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void watchingListsAgainUntilItIsInterrupted() throws Exception {
    Reader reader = reader("watcher", AROUND);
    int[] readings = {0};
    Keycheck.Ended ended =
        new Keycheck()
            .with("KUBECONFIG", reader.kubeconfig.toString())
            .interruptedAt(line -> line.startsWith("context night") && ++readings[0] == 3)
            .run("diagnose", "--watch", "--interval", "1s");
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(130);
    assertThat(ended.err()).contains("again every 1 s").doesNotContain("\tat ");
    assertOnlyReads(audit.requests(reader.account()));
  }

  @Test
  void aFleetIsOnlyReadAndOneClusterThatDoesNotAnswerStopsNoOther() throws Exception {
    Reader one = reader("fleet-one", AROUND);
    Reader two = reader("fleet-two", AROUND);
    Path nobody = Files.writeString(temporary.resolve("nobody"), SILENT);
    String contexts =
        String.join(
            ":",
            renamed(one.kubeconfig, "one").toString(),
            nobody.toString(),
            renamed(two.kubeconfig, "two").toString());
    Keycheck.Ended table =
        new Keycheck().with("KUBECONFIG", contexts).run("diagnose", "--all-contexts");
    assertThat(table.exitCode()).as(table.toString()).isEqualTo(1);
    assertThat(table.out())
        .containsPattern("one +" + stage.namespace() + " +2 +1 +0 +0 +vault-account-not-bound: ")
        .containsPattern("two +" + stage.namespace() + " +2 +1 +0 +0 +vault-account-not-bound: ")
        .containsPattern("silent: The API server .* refuses connections")
        .contains("2 of 3 clusters read, 4 environments: 2 error, 2 healthy");

    Keycheck.Ended some =
        new Keycheck()
            .with("KUBECONFIG", contexts)
            .run(
                "diagnose",
                "--contexts",
                "silent,two",
                "--environment",
                healthy.blueprint().name(),
                "--output",
                "json");
    assertThat(some.exitCode()).as(some.toString()).isEqualTo(3);
    JsonNode clusters = new ObjectMapper().readTree(some.out()).path("clusters");
    assertThat(clusters.findValuesAsText("context")).containsExactly("silent", "two");
    assertThat(clusters.at("/1/diagnosis/environments/0/verdict").asText()).isEqualTo("healthy");
    for (Reader each : List.of(one, two)) {
      assertOnlyReads(audit.requests(each.account()));
    }
  }

  private static Path renamed(Path kubeconfig, String context) throws Exception {
    return Files.writeString(kubeconfig, Files.readString(kubeconfig).replace("night", context));
  }

  /** A proof that cannot fail is none: one write, or one look at Secrets, is noticed. */
  @Test
  void theProofFailsForAClientThatWritesOrAsksForSecrets() throws Exception {
    Reader writer = reader("writer", "--cluster");
    writer.diagnose();
    assertOnlyReads(audit.requests(writer.account()));
    ConfigMap anything =
        new ConfigMapBuilder().withNewMetadata().withName("x").endMetadata().build();
    writer.does(
        client -> client.configMaps().inNamespace(stage.namespace()).resource(anything).create());
    assertThatThrownBy(() -> assertOnlyReads(audit.requests(writer.account())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("configmaps");

    Reader curious = reader("curious", "--cluster");
    curious.does(client -> client.secrets().inNamespace(stage.namespace()).list());
    assertThatThrownBy(() -> assertOnlyReads(audit.requests(curious.account())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("secrets");
  }

  private static void assertOnlyReads(List<AuditLog.Request> requests) {
    assertThat(requests).as("requests in the audit log").isNotEmpty();
    assertThat(requests)
        .as("requests that do more than read")
        .filteredOn(r -> !r.onlyReads())
        .isEmpty();
  }

  private static Map<String, JsonNode> environments(String json) throws Exception {
    Map<String, JsonNode> byName = new TreeMap<>();
    new ObjectMapper()
        .readTree(json)
        .path("environments")
        .forEach(each -> byName.put(each.path("environment").asText(), each));
    return byName;
  }

  private static List<String> checks(JsonNode environment, String level) {
    List<String> checks = new ArrayList<>();
    for (JsonNode finding : environment.path("findings")) {
      if (finding.path("level").asText().equals(level)) {
        checks.add(finding.path("check").asText());
      }
    }
    return checks;
  }

  private static List<String> unknown(JsonNode environment) {
    List<String> checks = new ArrayList<>();
    environment.path("unknown").forEach(each -> checks.add(each.path("check").asText()));
    return checks;
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
  }

  /** An account with what {@code keycheck rbac} prints, applied as it is printed. */
  private Reader reader(String name, String... rights) throws Exception {
    return reader(name, List.of("-n", stage.namespace(), "--account", name), rights);
  }

  private Reader reader(String name, List<String> where, String... rights) throws Exception {
    String account = account(name);
    List<String> command = new ArrayList<>(List.of("rbac"));
    command.addAll(where);
    command.addAll(Arrays.asList(rights));
    Keycheck.Ended manifests = new Keycheck().run(command.toArray(String[]::new));
    assertThat(manifests.exitCode()).as(manifests.toString()).isZero();
    // Bindings for the cluster outlive the namespace: each test has its own, made anew.
    String own = manifests.out().replaceAll("name: keycheck-diagnose(-\\w+)?", "$0-" + name);
    lab.client("diagnose-live")
        .load(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)))
        .createOrReplace();
    return new Reader(name, kubeconfig(account));
  }

  private String account(String name) {
    try (KubernetesClient client = lab.client("diagnose-live")) {
      client
          .serviceAccounts()
          .inNamespace(stage.namespace())
          .resource(
              new ServiceAccountBuilder().withNewMetadata().withName(name).endMetadata().build())
          .create();
      TokenRequest token =
          client
              .serviceAccounts()
              .inNamespace(stage.namespace())
              .withName(name)
              .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build());
      return token.getStatus().getToken();
    }
  }

  private Path kubeconfig(String token) throws Exception {
    Config config = lab.cluster().config();
    return Kubeconfig.ofToken(
        Files.createTempFile(temporary, "kubeconfig", ""),
        "night",
        stage.namespace(),
        config.getMasterUrl(),
        config,
        token);
  }

  /** Someone who reads with an account of their own. */
  private final class Reader {
    private final String name;
    private final Path kubeconfig;

    Reader(String name, Path kubeconfig) {
      this.name = name;
      this.kubeconfig = kubeconfig;
    }

    String account() {
      return "system:serviceaccount:" + stage.namespace() + ":" + name;
    }

    Keycheck.Ended diagnose(String... options) throws Exception {
      List<String> command = new ArrayList<>(List.of("diagnose"));
      command.addAll(Arrays.asList(options));
      return run(command.toArray(String[]::new));
    }

    Keycheck.Ended run(String... command) throws Exception {
      return new Keycheck().with("KUBECONFIG", kubeconfig.toString()).run(command);
    }

    /** Does what a diagnosis never does, with the same account and a client of its own. */
    void does(Consumer<KubernetesClient> what) {
      Config config = Config.fromKubeconfig(null, kubeconfig.toFile());
      try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
        what.accept(client);
      } catch (KubernetesClientException refused) {
        // The roles do not allow it: that it was asked for is in the log all the same.
        assertThat(refused.getCode()).isEqualTo(403);
      }
    }
  }
}
