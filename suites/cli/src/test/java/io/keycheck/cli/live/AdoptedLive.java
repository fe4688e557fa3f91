package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.keycheck.lab.Lab;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Vault;
import io.keycheck.reports.secrecy.SecretText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A cluster of somebody's, taken by accounts with only the rights that {@code keycheck rbac}
 * prints: what is planned is what is made, what is lacking is said before, and what is attached is
 * read.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdoptedLive {
  private static final String PREFIX = "adopted-live";

  /** What makes one environment, one more namespace, and a ClusterRoleBinding; and one skipped. */
  private static final String[] CASES = {
    "--case=mount-is-in-memory",
    "--case=another-namespace-is-refused",
    "--case=corrected-sample-mounts-the-stored-bytes",
    "--case=driver-restart-leaves-mounted-pods-alone",
  };

  @TempDir Path temporary;
  private Lab lab;
  private Stage stage;
  private Environment app;
  private AuditLog audit;
  private String server;

  @BeforeAll
  void provision() {
    lab = KeptCluster.lab();
    audit = new AuditLog(lab.cluster().config().getMasterUrl());
    // Vault asks this one from a container; the published port is for this machine alone.
    server = lab.cluster().apiServerFromBeside();
    stage = lab.stage("adopted-live", lab.vault(), new Faults());
    Blueprint two = stage.sample().replicated(2);
    app = stage.startAndAwait(two);
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
  void whatIsPlannedIsMadeAndNothingElse() throws Exception {
    Account account = account("planned", "--certify");
    Keycheck.Ended planned = account.certify("--plan", "--output=json");
    assertThat(planned.exitCode()).as(planned.toString()).isZero();
    JsonNode plan = new ObjectMapper().readTree(planned.out());
    assertThat(plan.path("skipped").fieldNames())
        .toIterable()
        .containsExactly("driver-restart-leaves-mounted-pods-alone/vault");
    assertThat(made(account)).as("what planning made").isEmpty();

    Keycheck.Ended ended = account.certify("--i-may-write-to", "live");
    assertThat(ended.out())
        .as(ended.toString())
        .contains("driver-not-ours")
        .containsPattern("all +3 +0 +1 +0 +");
    assertThat(made(account))
        .as("what was made, against the plan; " + ended)
        .isEqualTo(Creations.planned(plan, Creations.runId(ended)));
    assertThat(audit.requests(account.name()))
        .as("requests that the rights did not allow")
        .filteredOn(request -> request.code() == 403)
        .isEmpty();
    assertThat(namespaces()).as("namespaces of the run that are left").isEmpty();
  }

  @Test
  void afterAKilledRunAnotherPassesAndWhatWasLeftIsRemoved() throws Exception {
    Account account = account("killed", "--certify");
    Keycheck.Ended killed =
        account.certify(
            account
                .keycheck()
                .killedAt(line -> line.contains("the cluster is ready"), Duration.ofSeconds(2)),
            "--i-may-write-to",
            "live");
    assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(137);
    assertThat(namespaces()).as("namespaces that the killed run left").isNotEmpty();
    Keycheck.Ended next = account.certify("--case=mount-is-in-memory", "--i-may-write-to", "live");
    assertThat(next.out()).as(next.toString()).contains("passed");
    Keycheck.Ended cleaned =
        account.keycheck().run("clean", "--context", "live", "--i-may-write-to", "live");
    assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
    assertThat(cleaned.out()).contains("Namespace " + PREFIX + "-" + Creations.runId(killed));
    assertThat(namespaces()).as("namespaces that are left").isEmpty();
  }

  @Test
  void allThatIsLackingIsSaidBeforeAnythingIsMade() throws Exception {
    Account nobody = account("nobody");
    KubernetesClient client = lab.client("adopted-live");
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(PREFIX + "-somebody-elses")
                .endMetadata()
                .build())
        .create();
    try {
      Keycheck.Ended refused = nobody.certify("--i-may-write-to", "live");
      assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
      assertThat(refused.err())
          .contains("No run is possible", "create namespaces", "get secretproviderclasses");
      assertThat(made(nobody)).isEmpty();

      Account somebody = account("somebody", "--certify");
      Keycheck.Ended foreign = somebody.certify("--plan");
      assertThat(foreign.exitCode()).as(foreign.toString()).isEqualTo(2);
      assertThat(foreign.err()).contains(PREFIX + "-somebody-elses", "--namespace-prefix");
    } finally {
      client.namespaces().withName(PREFIX + "-somebody-elses").delete();
      client.close();
    }
  }

  @Test
  void inAVaultThatExistsOnlyWhatIsBelowThePrefixIsUsed() throws Exception {
    Account account = account("guest", "--certify", "--existing-vault");
    Vault vault = lab.vault().vault();
    String policy =
        """
        path "secret/data/teams/live/*" { capabilities = ["create", "update"] }
        path "secret/data/teams/live/keycheck-*" { capabilities = ["create", "update", "read"] }
        path "secret/metadata/teams/live/*" { capabilities = ["delete", "list"] }
        path "sys/policies/acl" { capabilities = ["list"] }
        path "sys/policies/acl/teams-live-*" { capabilities = ["create", "update", "delete"] }
        path "auth/kubernetes/role" { capabilities = ["list"] }
        path "auth/kubernetes/role/teams-live-*" { capabilities = ["create", "update", "delete"] }
        """;
    vault.write("sys/policies/acl/guest-of-vault", Map.of("policy", policy));
    vault.write(
        "auth/kubernetes/role/guest-of-vault",
        Map.of(
            "bound_service_account_names",
            "guest",
            "bound_service_account_namespaces",
            stage.namespace(),
            "policies",
            "guest-of-vault"));
    try {
      String[] guest = {
        "--case=mount-is-in-memory",
        "--case=another-account-is-refused",
        "--vault-addr=" + Containers.vaultForPods(vault.address()),
        "--vault-prefix=teams/live",
        "--vault-login-role=guest-of-vault",
        "--vault-login-token-file=" + account.token(),
        "--i-may-write-to=live"
      };
      Keycheck.Ended ended = account.certify(guest);
      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.err()).contains("vault-not-ours");
      assertThat(vault.list("secret/metadata/teams/live")).as("secrets that are left").isEmpty();
      assertThat(vault.list("sys/policies/acl")).noneMatch(name -> name.startsWith("teams-live-"));
      assertThat(vault.list("auth/kubernetes/role"))
          .noneMatch(name -> name.startsWith("teams-live-"));
      assertThat(made(account)).noneMatch(made -> made.startsWith("ClusterRoleBinding"));
      whatAKilledRunLeftThereIsRemovedByClean(account, vault, guest);
    } finally {
      vault.delete("auth/kubernetes/role/guest-of-vault");
      vault.delete("sys/policies/acl/guest-of-vault");
    }
  }

  private void whatAKilledRunLeftThereIsRemovedByClean(
      Account account, Vault vault, String... guest) throws Exception {
    Keycheck.Ended killed =
        account.certify(
            account
                .keycheck()
                .killedAt(line -> line.contains("the cluster is ready"), Duration.ofSeconds(2)),
            guest);
    assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(137);
    String mark = "keycheck-" + Creations.runId(killed);
    assertThat(vault.list("secret/metadata/teams/live"))
        .as("secrets that the killed run left")
        .contains(mark);
    String theirs = "kc-999999-theirs";
    vault.putSecret("secret", 2, "teams/live/" + theirs, Map.of("key", SecretText.of("theirs")));
    List<String> clean = new ArrayList<>(List.of("clean", "--context", "live"));
    Arrays.stream(guest).filter(option -> !option.startsWith("--case")).forEach(clean::add);
    Keycheck.Ended cleaned = account.keycheck().run(clean.toArray(String[]::new));
    assertThat(cleaned.exitCode()).as(cleaned.toString()).isZero();
    assertThat(cleaned.out())
        .contains(
            "Namespace " + PREFIX + "-" + Creations.runId(killed),
            "Vault secret teams/live/" + mark);
    assertThat(vault.list("secret/metadata/teams/live")).containsExactly(theirs);
    assertThat(vault.list("sys/policies/acl")).noneMatch(name -> name.startsWith("teams-live-"));
    assertThat(vault.list("auth/kubernetes/role"))
        .noneMatch(name -> name.startsWith("teams-live-"));
    assertThat(namespaces()).as("namespaces that are left").isEmpty();
    Keycheck.Ended again = account.keycheck().run(clean.toArray(String[]::new));
    assertThat(again.out()).as(again.toString()).contains("nothing to remove");
    vault.deleteSecret("secret", 2, "teams/live/" + theirs);
  }

  @Test
  void anAttachedEnvironmentIsOnlyRead() throws Exception {
    Account reader = account("reader", around());
    Keycheck.Ended ended = reader.attach();
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("attached environment passed").doesNotContain("conformant");
    assertThat(audit.requests(reader.name()))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            request -> {
              assertThat(request.verb()).as(request.toString()).isIn("get", "list");
              assertThat(request.resource()).isNotIn("secrets", "pods/exec");
            });
    Keycheck.Ended verified = new Keycheck().run("verify", reader.report().toString());
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
    assertThat(Files.readString(reader.report().resolve("certificate.html")))
        .contains("Attached environment passed", "This is no certificate")
        .doesNotContain("Conformant");
  }

  @Test
  void withLeaveItsFilesAreDigestedInThePods() throws Exception {
    Account looker = account("looker", around());
    allowExec(looker);
    Keycheck.Ended ended = looker.attach("--allow-exec");
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    JsonNode report =
        new ObjectMapper().readTree(looker.report().resolve("run-report.json").toFile());
    assertThat(report.path("counts").path("all").path("skipped").asInt(-1))
        .as("skipped in " + report.path("counts"))
        .isZero();
    assertThat(report.toString())
        .as("what the report says of the files")
        .contains("database-password (32 bytes, mode 644, owner 0:0)")
        .doesNotContain(app.expectedFiles().get("database-password").reveal());
    assertThat(audit.requests(looker.name()))
        .filteredOn(request -> !Set.of("get", "list").contains(request.verb()))
        .allSatisfy(request -> assertThat(request.resource()).isEqualTo("pods/exec"));
  }

  private String[] around() {
    return new String[] {
      "-n",
      stage.namespace(),
      "--cluster",
      "--driver-namespace",
      "kube-system",
      "--driver-namespace",
      "keycheck-lab",
      "--logs",
      "kube-system"
    };
  }

  /** The objects that an account made, as the API server noted it. */
  private Set<String> made(Account account) {
    return Creations.made(audit.requests(account.name()));
  }

  private List<String> namespaces() {
    try (KubernetesClient client = lab.client("adopted-live")) {
      return client.namespaces().list().getItems().stream()
          .map(namespace -> namespace.getMetadata().getName())
          .filter(name -> name.startsWith(PREFIX + "-"))
          .toList();
    }
  }

  /** An account with what {@code keycheck rbac} prints, applied as it is printed. */
  private Account account(String name, String... rights) throws Exception {
    try (KubernetesClient client = lab.client("adopted-live")) {
      client
          .serviceAccounts()
          .inNamespace(stage.namespace())
          .resource(
              new ServiceAccountBuilder().withNewMetadata().withName(name).endMetadata().build())
          .create();
      if (rights.length > 0) {
        List<String> command = new ArrayList<>(List.of("rbac"));
        command.addAll(Arrays.asList(rights));
        command.addAll(List.of("--account", stage.namespace() + "/" + name));
        Keycheck.Ended manifests = new Keycheck().run(command.toArray(String[]::new));
        assertThat(manifests.exitCode()).as(manifests.toString()).isZero();
        // Bindings for the cluster outlive the namespace: each test has its own, made anew.
        String own = manifests.out().replaceAll("name: keycheck-[-\\w]+", "$0-" + name);
        client
            .load(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8)))
            .createOrReplace();
      }
      return new Account(name, kubeconfig(client, name));
    }
  }

  private void allowExec(Account account) {
    String role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: exec, namespace: %1$s}
        rules: [{apiGroups: [""], resources: [pods/exec], verbs: [create, get]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: exec, namespace: %1$s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: exec}
        subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
        """
            .formatted(stage.namespace(), account.account);
    try (KubernetesClient client = lab.client("adopted-live")) {
      client.load(new ByteArrayInputStream(role.getBytes(StandardCharsets.UTF_8))).create();
    }
  }

  private Path kubeconfig(KubernetesClient client, String name) throws Exception {
    Config config = lab.cluster().config();
    String token =
        client
            .serviceAccounts()
            .inNamespace(stage.namespace())
            .withName(name)
            .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
            .getStatus()
            .getToken();
    return Kubeconfig.ofToken(
        Files.createTempFile(temporary, "kubeconfig", ""),
        "live",
        stage.namespace(),
        server,
        config,
        token);
  }

  /** Someone with an account of their own. */
  private final class Account {
    private final String account;
    private final Path kubeconfig;

    Account(String account, Path kubeconfig) {
      this.account = account;
      this.kubeconfig = kubeconfig;
    }

    String name() {
      return "system:serviceaccount:" + stage.namespace() + ":" + account;
    }

    /** A file with the account's own token. */
    Path token() throws Exception {
      Matcher token = Pattern.compile("token: (\\S+)}}]").matcher(Files.readString(kubeconfig));
      assertThat(token.find()).isTrue();
      return Files.writeString(temporary.resolve("token-" + account), token.group(1));
    }

    Path report() {
      return temporary.resolve("report-" + account);
    }

    Keycheck keycheck() {
      return new Keycheck().with("KUBECONFIG", kubeconfig.toString());
    }

    Keycheck.Ended certify(String... options) throws Exception {
      return certify(keycheck(), options);
    }

    Keycheck.Ended certify(Keycheck keycheck, String... options) throws Exception {
      List<String> command = new ArrayList<>(List.of("certify", "--cluster", "adopted"));
      command.addAll(List.of("--context", "live", "--namespace-prefix", PREFIX));
      command.addAll(List.of("--report", report().toString()));
      command.addAll(Arrays.asList(options));
      if (Arrays.stream(options).noneMatch(option -> option.startsWith("--case"))) {
        command.addAll(Arrays.asList(CASES));
      }
      return keycheck.run(command.toArray(String[]::new));
    }

    Keycheck.Ended attach(String... options) throws Exception {
      List<String> command = new ArrayList<>(List.of("certify", "--attach"));
      command.addAll(List.of(app.blueprint().name(), "-n", stage.namespace()));
      command.addAll(List.of("--report", report().toString()));
      command.addAll(Arrays.asList(options));
      return keycheck().run(command.toArray(String[]::new));
    }
  }
}
