package io.keycheck.cli.live;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.Lab;
import io.keycheck.lab.store.Vault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A cluster certifies itself: the image of {@code scripts/package} runs in it as a Job, and as
 * Sonobuoy would run its plugin, under no more than the printed rights, against a Vault that
 * exists; its report is fetched and verified, and nothing stays.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InClusterLive {
  /** One that went before may not be gone yet. */
  private static final String NAMESPACE =
      "certifies-itself-" + ProcessHandle.current().pid() + "-" + System.nanoTime() % 100_000;

  private static final String PREFIX = "in-cluster";
  private static final String IMAGE = "keycheck/keycheck:" + KitVersion.current();
  private static final Duration LONGEST = Duration.ofMinutes(4);

  @TempDir Path temporary;
  private Lab lab;
  private KubernetesClient client;
  private Vault vault;
  private String node;

  @BeforeAll
  void provision() {
    lab = KeptCluster.lab();
    client = lab.client("in-cluster-live");
    vault = lab.vault().vault();
    node = Containers.behind(URI.create(lab.cluster().config().getMasterUrl()).getPort(), 6443);
    // Where the image is not there, the sentence says so: scripts/package makes it.
    Keycheck.machine("docker", "image", "inspect", "--format", "{{.Id}}", IMAGE);
    bash("docker save %s | docker exec -i %s ctr --namespace=k8s.io images import -", IMAGE, node);
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .create();
    vault.write(
        "sys/policies/acl/certifies-itself",
        Map.of(
            "policy",
            """
            path "secret/data/teams/job/*" { capabilities = ["create", "update"] }
            path "secret/metadata/teams/job/*" { capabilities = ["delete"] }
            path "sys/policies/acl/teams-job-*" { capabilities = ["create", "update", "delete"] }
            path "auth/kubernetes/role/teams-job-*" { capabilities = ["create", "update", "delete"] }
            """));
    vault.write(
        "auth/kubernetes/role/certifies-itself",
        Map.of(
            "bound_service_account_names",
            "keycheck,default",
            "bound_service_account_namespaces",
            NAMESPACE,
            "policies",
            "certifies-itself"));
  }

  @AfterAll
  void clear() {
    if (client != null) {
      client.namespaces().withName(NAMESPACE).delete();
      client.close();
    }
    if (vault != null) {
      vault.delete("auth/kubernetes/role/certifies-itself");
      vault.delete("sys/policies/acl/certifies-itself");
    }
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void aJobCertifiesTheClusterThatItRunsIn() throws Exception {
    Path manifest =
        job(
            "job",
            "--",
            "--case=mount-is-in-memory",
            "--case=another-account-is-refused",
            "--vault-login-role=certifies-itself");
    bash("docker exec -i %s kubectl apply -f - <%s", node, manifest);
    try {
      Path results = fetched("job-name=keycheck");
      assertEndedWell(results);
      assertThat(results.resolve("output.txt")).content().containsPattern("all +2 +0 +0 +0 +");
      assertThat(log("job-name=keycheck"))
          .as("progress and results in the pod's log")
          .contains("looked at the cluster of context 'in-cluster'", "removing what the run made")
          .contains("mount-is-in-memory/vault");
      assertVerified(results);
      assertThat(
              new AuditLog(lab.cluster().config().getMasterUrl())
                  .requests("system:serviceaccount:" + NAMESPACE + ":keycheck"))
          .as("requests that the printed rights did not allow")
          .isNotEmpty()
          .noneMatch(request -> request.code() == 403);
      assertNothingIsLeft();
    } finally {
      bash("docker exec -i %s kubectl delete --wait=false -f - <%s", node, manifest);
    }
  }

  @Test
  void sonobuoysPluginCertifiesTooWithATokenFromASecret() throws Exception {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("vault-access")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToStringData("token", vaultToken())
                .build())
        .create();
    Path plugin =
        job(
            "plugin",
            "--sonobuoy",
            "--vault-token-secret=vault-access",
            "--",
            "--case=mount-is-in-memory");
    Path pod = Files.writeString(temporary.resolve("pod.json"), asSonobuoyRuns(plugin));
    bash(
        "docker exec -i %1$s sh -c 'kubectl create -n %2$s serviceaccount sonobuoy-serviceaccount &&"
            + " kubectl create clusterrolebinding %2$s --clusterrole=cluster-admin"
            + " --serviceaccount=%2$s:sonobuoy-serviceaccount'",
        node, NAMESPACE);
    try {
      bash("docker exec -i %s kubectl apply -f - <%s", node, pod);
      Path results = fetched("app=plugin");
      assertEndedWell(results);
      assertThat(results.resolve("report/junit.xml")).content().contains("mount-is-in-memory");
      assertVerified(results);
      assertNothingIsLeft();
    } finally {
      client.rbac().clusterRoleBindings().withName(NAMESPACE).delete();
    }
  }

  private static void assertEndedWell(Path results) throws IOException {
    assertThat(results.resolve("exit-code"))
        .as(
            Files.readString(results.resolve("progress.txt"))
                + Files.readString(results.resolve("output.txt")))
        .hasContent("0");
  }

  /** A token with the rights that the README names, as a user would have one. */
  private String vaultToken() throws Exception {
    String account =
        client
            .serviceAccounts()
            .inNamespace(NAMESPACE)
            .withName("default")
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    String login =
        new ObjectMapper().writeValueAsString(Map.of("role", "certifies-itself", "jwt", account));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(vault.address() + "/v1/auth/kubernetes/login"))
                    .POST(HttpRequest.BodyPublishers.ofString(login))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body()).at("/auth/client_token").asText();
  }

  /** What {@code keycheck job} prints, as a file. */
  private Path job(String name, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("job", "--namespace=" + NAMESPACE, "--image=" + IMAGE, "--pull=Never"));
    for (String option : options) {
      command.add(option);
      if (option.equals("--")) {
        command.addAll(
            List.of(
                "certify",
                "--namespace-prefix=" + PREFIX,
                "--vault-addr=" + Containers.vaultForPods(vault.address()),
                "--vault-prefix=teams/job"));
      }
    }
    Keycheck.Ended ended = new Keycheck().run(command.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    return Files.writeString(temporary.resolve(name + ".yaml"), ended.out());
  }

  /** A pod of the plugin's parts, put together as Sonobuoy does, with a container that waits. */
  private static String asSonobuoyRuns(Path plugin) throws Exception {
    ObjectNode parts =
        (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(Files.readString(plugin));
    ObjectNode spec = (ObjectNode) parts.path("podSpec");
    ((ArrayNode) spec.path("volumes")).addObject().put("name", "results").putObject("emptyDir");
    ArrayNode containers = (ArrayNode) spec.path("containers");
    containers.add(parts.path("spec"));
    ObjectNode waits = containers.addObject().put("name", "results").put("image", IMAGE);
    waits.put("imagePullPolicy", "Never");
    waits.putArray("command").add("sleep").add("600");
    waits
        .putArray("volumeMounts")
        .addObject()
        .put("name", "results")
        .put("mountPath", "/tmp/sonobuoy/results");
    ObjectNode pod = parts.objectNode().put("apiVersion", "v1").put("kind", "Pod");
    ObjectNode meta = pod.putObject("metadata").put("name", "plugin").put("namespace", NAMESPACE);
    meta.putObject("labels").put("app", "plugin");
    pod.set("spec", spec);
    return pod.toString();
  }

  /** Waits until the pod says that it is done, and unpacks the tar that it names. */
  private Path fetched(String label) throws Exception {
    Pod pod =
        eventually("a pod of " + label + " has its results waiting", () -> pods(label))
            .within(Duration.ofMinutes(1))
            .until(pods -> pods.size() == 1 && isUp(pods.get(0), "results"))
            .get(0);
    String shell =
        "docker exec %s kubectl exec -n %s %s -c results -- /bin/sh -c"
            .formatted(node, NAMESPACE, pod.getMetadata().getName());
    eventually(
            "the pod is done",
            () ->
                bash("%s 'cat /results/done /tmp/sonobuoy/results/done 2>/dev/null; true'", shell))
        .within(LONGEST)
        .every(Duration.ofSeconds(2))
        .showing(none -> log(label))
        .until(done -> !done.isBlank());
    Path folder = Files.createDirectories(temporary.resolve(label));
    bash(
        "%s 'cat $(cat /results/done /tmp/sonobuoy/results/done 2>/dev/null)' | tar -xz -C '%s'",
        shell, folder);
    return folder.resolve("keycheck");
  }

  private List<Pod> pods(String label) {
    String[] pair = label.split("=", 2);
    return client.pods().inNamespace(NAMESPACE).withLabel(pair[0], pair[1]).list().getItems();
  }

  private static boolean isUp(Pod pod, String container) {
    return pod.getStatus().getContainerStatuses().stream()
        .anyMatch(
            status -> status.getName().equals(container) && status.getState().getRunning() != null);
  }

  private String log(String label) {
    String pod = pods(label).get(0).getMetadata().getName();
    String container = label.startsWith("app=") ? "plugin" : "keycheck";
    return client.pods().inNamespace(NAMESPACE).withName(pod).inContainer(container).getLog();
  }

  private static void assertVerified(Path results) throws Exception {
    Keycheck.Ended verified =
        new Keycheck().run("verify", results.resolve("report.tar.gz").toString());
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  private void assertNothingIsLeft() {
    assertThat(client.namespaces().list().getItems())
        .extracting(namespace -> namespace.getMetadata().getName())
        .as("namespaces of the run that are left")
        .noneMatch(name -> name.startsWith(PREFIX + "-"));
    assertThat(vault.list("secret/metadata/teams/job")).as("secrets that are left").isEmpty();
    assertThat(vault.list("sys/policies/acl")).noneMatch(name -> name.startsWith("teams-job-"));
    assertThat(vault.list("auth/kubernetes/role")).noneMatch(name -> name.startsWith("teams-job-"));
  }

  private static String bash(String line, Object... values) {
    Object[] texts = Arrays.stream(values).map(Object::toString).toArray();
    return Keycheck.machine("bash", "-c", "set -euo pipefail; " + line.formatted(texts));
  }
}
