package io.keycheck.cli.live;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.keycheck.cases.RunSettings;
import io.keycheck.lab.Lab;
import io.keycheck.lab.cluster.Driver;
import io.keycheck.lab.store.Vault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A cluster without driver, provider and Operator is given them by a run that is asked to, under
 * the rights that are printed for it, and has none of them when the run is over, or was killed and
 * cleaned up after. What it has itself is left alone.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InstallLive {
  private static final String ALL = "--install=driver,vault-provider,operator";
  private static final String WRITING = "--i-may-write-to=live";
  private static final List<String> KINDS =
      List.of(
          "secretproviderclasses.secrets-store.csi.x-k8s.io",
          "secretproviderclasspodstatuses.secrets-store.csi.x-k8s.io",
          "mendixapps.privatecloud.mendix.com");

  private Path temporary;
  private Lab lab;
  private KubernetesClient client;
  private AuditLog audit;
  private Vault vault;
  private Path kubeconfig;
  private Path token;

  @BeforeAll
  void provision(@TempDir Path folder) throws Exception {
    temporary = folder;
    RunSettings settings = RunSettings.read(name -> Optional.empty(), name -> "");
    lab = Lab.start(settings.lab(), message -> {});
    client = lab.client("install-live");
    audit = new AuditLog(lab.cluster().config().getMasterUrl());
    vault = lab.vault().vault();
    account();
    vault.write(
        "sys/policies/acl/installer",
        Map.of(
            "policy",
            """
            path "secret/data/install/*" { capabilities = ["create", "update"] }
            path "secret/data/install/keycheck-*" { capabilities = ["create", "update", "read"] }
            path "secret/metadata/install/*" { capabilities = ["delete", "list"] }
            path "sys/policies/acl" { capabilities = ["list"] }
            path "sys/policies/acl/install-*" { capabilities = ["create", "update", "delete"] }
            path "auth/kubernetes/role" { capabilities = ["list"] }
            path "auth/kubernetes/role/install-*" { capabilities = ["create", "update", "delete"] }
            """));
    vault.write(
        "auth/kubernetes/role/installer",
        Map.of(
            "bound_service_account_names",
            "installer",
            "bound_service_account_namespaces",
            "default",
            "policies",
            "installer"));
  }

  @AfterAll
  void clear() {
    if (client != null) {
      client.close();
    }
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void whatIsThereIsLeftAloneAndWhatIsNotIsInstalledAndTakenAway() throws Exception {
    whereAllIsThereNothingIsInstalled();
    besideTheClustersOwnDriverAProviderIsInstalled();
    strip();
    whatIsPlannedIsInstalledAndTakenAway();
    whatAKilledRunInstalledIsRemovedByClean();
  }

  private void whereAllIsThereNothingIsInstalled() throws Exception {
    List<String> before = driver();
    Keycheck.Ended refused = certify(ALL, WRITING);
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.err())
        .contains("install driver;", "install vault-provider;", "leave out --install operator");
    assertThat(made()).as("what the refused run made").isEmpty();
    assertThat(driver()).as("the cluster's own driver").isEqualTo(before);
  }

  private void besideTheClustersOwnDriverAProviderIsInstalled() throws Exception {
    List<String> before = driver();
    client.apps().daemonSets().inNamespace("keycheck-lab").delete();
    eventually("no provider is left", this::left)
        .within(Duration.ofSeconds(60))
        .until(left -> left.stream().noneMatch(name -> name.startsWith("vault-csi")));
    Keycheck.Ended ended = certify("--install=vault-provider", WRITING);
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("Vault provider stand-in");
    assertThat(driver()).as("the cluster's own driver").isEqualTo(before);
    assertThat(left()).as("what is left; " + ended).noneMatch(name -> name.startsWith("install-"));
    assertThat(made()).noneMatch(made -> made.startsWith("CSIDriver"));
  }

  private void whatIsPlannedIsInstalledAndTakenAway() throws Exception {
    int asked = requests(0).size();
    Keycheck.Ended planned = certify("--plan", "--output=json", ALL);
    assertThat(planned.exitCode()).as(planned.toString()).isZero();
    assertThat(Creations.made(requests(asked))).as("what planning made").isEmpty();
    JsonNode plan = new ObjectMapper().readTree(planned.out());

    Keycheck.Ended ended = certify(ALL, WRITING);
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out())
        .contains("Vault provider stand-in")
        .containsPattern("all +3 +0 +0 +0 +");
    assertThat(ended.err()).doesNotContain("left behind");
    assertThat(left()).as("what the run left; " + ended).isEmpty();
    assertThat(Creations.made(requests(asked)))
        .as("what was made, against the plan; " + ended)
        .contains("CSIDriver /" + Driver.NAME)
        .isEqualTo(Creations.planned(plan, Creations.runId(ended)));
    assertThat(requests(0))
        .as("requests that the rights did not allow")
        .filteredOn(request -> request.code() == 403)
        .isEmpty();
    assertThat(Files.readString(temporary.resolve("report").resolve("run-report.json")))
        .contains("installed by this run, in namespace install-" + Creations.runId(ended))
        .contains("\"install\": \"driver,vault-provider,operator\"");
  }

  private void whatAKilledRunInstalledIsRemovedByClean() throws Exception {
    Keycheck.Ended killed =
        certify(
            keycheck()
                .killedAt(line -> line.contains("the cluster is ready"), Duration.ofSeconds(2)),
            ALL,
            WRITING);
    assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(137);
    assertThat(left()).as("what the killed run left").contains(Driver.NAME);
    List<String> clean = new ArrayList<>(List.of("clean", "--context=live", WRITING));
    clean.addAll(inVault());
    Keycheck.Ended cleaned = keycheck().run(clean.toArray(String[]::new));
    assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
    assertThat(cleaned.out()).contains("CSIDriver " + Driver.NAME);
    assertThat(left()).as("what is left; " + cleaned).isEmpty();
  }

  private List<AuditLog.Request> requests(int from) {
    List<AuditLog.Request> all = audit.requests("system:serviceaccount:default:installer");
    return all.subList(from, all.size());
  }

  private Set<String> made() {
    return Creations.made(requests(0));
  }

  /** The cluster's own driver: which objects, each as it was last written, and its pods. */
  private List<String> driver() {
    List<HasMetadata> all = new ArrayList<>();
    all.add(client.storage().v1().csiDrivers().withName(Driver.NAME).get());
    KINDS.forEach(
        kind ->
            all.add(client.apiextensions().v1().customResourceDefinitions().withName(kind).get()));
    all.addAll(client.rbac().clusterRoles().list().getItems());
    all.addAll(client.apps().daemonSets().inNamespace("kube-system").list().getItems());
    all.addAll(
        client.pods().inNamespace("kube-system").withLabels(Driver.LABELS).list().getItems());
    return all.stream()
        .map(HasMetadata::getMetadata)
        .filter(meta -> !meta.getName().startsWith("keycheck-certify"))
        .map(meta -> meta.getName() + " " + meta.getUid() + " " + meta.getResourceVersion())
        .toList();
  }

  /** Takes driver and Operator out of the cluster, too, as if they had never been there. */
  private void strip() {
    client.apps().daemonSets().inNamespace("kube-system").withName(Driver.DAEMON_SET).delete();
    client.storage().v1().csiDrivers().withName(Driver.NAME).delete();
    KINDS.forEach(
        kind -> client.apiextensions().v1().customResourceDefinitions().withName(kind).delete());
    client.apps().deployments().inNamespace("keycheck-lab").delete();
    for (String role : List.of("secretproviderclasses-role", "mendix-operator-stand-in")) {
      client.rbac().clusterRoles().withName(role).delete();
    }
    eventually("nothing of driver, provider and Operator is left", this::left)
        .within(Duration.ofSeconds(60))
        .until(List::isEmpty);
  }

  /** What is there of driver, provider, Operator and runs. */
  private List<String> left() {
    List<String> left = new ArrayList<>();
    client.storage().v1().csiDrivers().list().getItems().stream()
        .map(one -> one.getMetadata().getName())
        .forEach(left::add);
    client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .map(one -> one.getMetadata().getName())
        .filter(KINDS::contains)
        .forEach(left::add);
    client.pods().inAnyNamespace().list().getItems().stream()
        .map(pod -> pod.getMetadata().getName())
        .filter(name -> name.matches("(csi-secrets-store|vault-csi|mendix-operator).*"))
        .forEach(left::add);
    client.rbac().clusterRoles().withLabel("keycheck.io/run").list().getItems().stream()
        .map(one -> one.getMetadata().getName())
        .forEach(left::add);
    client.namespaces().withLabel("keycheck.io/run").list().getItems().stream()
        .map(one -> one.getMetadata().getName())
        .forEach(left::add);
    return left;
  }

  private void account() throws Exception {
    client
        .serviceAccounts()
        .inNamespace("default")
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("installer")
                .endMetadata()
                .build())
        .create();
    Keycheck.Ended rights =
        new Keycheck()
            .run("rbac", "--certify", "--existing-vault", ALL, "--account", "default/installer");
    assertThat(rights.exitCode()).as(rights.toString()).isZero();
    client.load(new ByteArrayInputStream(rights.out().getBytes(StandardCharsets.UTF_8))).create();
    String secret =
        client
            .serviceAccounts()
            .inNamespace("default")
            .withName("installer")
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    token = Files.writeString(temporary.resolve("token"), secret);
    Config config = lab.cluster().config();
    kubeconfig =
        Kubeconfig.ofToken(
            temporary.resolve("kubeconfig"),
            "live",
            "default",
            lab.cluster().apiServerFromBeside(),
            config,
            secret);
  }

  private Keycheck keycheck() {
    return new Keycheck().with("KUBECONFIG", kubeconfig.toString());
  }

  private List<String> inVault() {
    return List.of(
        "--vault-addr=" + Containers.vaultForPods(vault.address()),
        "--vault-prefix=install",
        "--vault-login-role=installer",
        "--vault-login-token-file=" + token);
  }

  private Keycheck.Ended certify(String... options) throws Exception {
    return certify(keycheck(), options);
  }

  private Keycheck.Ended certify(Keycheck keycheck, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("certify", "--cluster=adopted", "--context=live"));
    command.addAll(List.of("--case=mount-is-in-memory", "--case=another-account-is-refused"));
    command.add("--case=setting-of-the-store-alone-counts");
    // No case's namespace of the lab's own run is there, and none of its names is taken.
    command.add("--namespace-prefix=install");
    command.add("--report=" + temporary.resolve("report"));
    command.addAll(inVault());
    command.addAll(List.of(options));
    return keycheck.run(command.toArray(String[]::new));
  }
}
