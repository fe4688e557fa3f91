package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Job certifies the cluster that it runs in, with least rights and no secret in its manifest. */
class CertifyInJobTest {
  private static final String[] CERTIFY = {
    "certify",
    "--suite",
    "vault",
    "--vault-addr",
    "https://vault.example.com:8200",
    "--vault-prefix",
    "teams/kc"
  };

  @TempDir Path folder;

  @Test
  void theJobAdoptsTheClusterThatItRunsIn() throws IOException {
    List<JsonNode> objects = objects("--image", "r.example.com/kc:1", "--", "+role", "vault-role");
    JsonNode pod = PrintedObjects.of(objects, "Job").at("/spec/template/spec");
    assertThat(PrintedObjects.texts(pod.at("/containers/0/args")))
        .containsExactly(
            "in-job",
            "--results",
            "/results",
            "--",
            "certify",
            "--cluster",
            "adopted",
            "--context",
            "in-cluster",
            "--i-may-write-to",
            "in-cluster",
            "--suite",
            "vault",
            "--vault-addr",
            "https://vault.example.com:8200",
            "--vault-prefix",
            "teams/kc",
            "--vault-login-role",
            "vault-role",
            "--app-image",
            "r.example.com/kc:1",
            "--report",
            "/results/keycheck/report");
    assertThat(pod.path("terminationGracePeriodSeconds").asInt())
        .as("time to remove what was made")
        .isGreaterThan(60);
    assertThat(pod.path("volumes")).as("results and temporary files, and no more").hasSize(2);
  }

  @Test
  void itsRightsAreThoseOfRbacUnderNamesOfItsOwn() throws IOException {
    List<JsonNode> objects = objects("--name", "kc", "--", "+role", "vault-role");
    List<JsonNode> printed =
        PrintedObjects.read(
            CommandLineRun.of("rbac", "--certify", "--existing-vault", "--account", "keycheck/kc"));
    assertThat(rules(objects)).isEqualTo(rules(printed)).isNotEmpty();
    for (JsonNode object : objects) {
      if (object.path("kind").asText().endsWith("Binding")) {
        assertThat(object.at("/metadata/name").asText()).endsWith("-keycheck-kc");
        assertThat(object.at("/roleRef/name").asText()).endsWith("-keycheck-kc");
        assertThat(object.at("/subjects/0/name").asText()).isEqualTo("kc");
      }
    }
  }

  @Test
  void theTokenIsThatOfASecretThatTheUserMakes() throws IOException {
    JsonNode pod =
        PrintedObjects.of(objects("--vault-token-secret", "vault-access/root", "--"), "Job")
            .at("/spec/template/spec");
    assertThat(PrintedObjects.texts(pod.at("/containers/0/args")))
        .containsSequence("--vault-token-file", "/var/run/keycheck/vault-token/token")
        .doesNotContain("--vault-login-role");
    JsonNode volume = pod.at("/volumes/2");
    assertThat(volume.at("/secret/secretName").asText()).isEqualTo("vault-access");
    assertThat(volume.at("/secret/items/0/key").asText()).isEqualTo("root");
    JsonNode mount = pod.at("/containers/0/volumeMounts/2");
    assertThat(mount.path("mountPath").asText()).isEqualTo("/var/run/keycheck/vault-token");
    assertThat(mount.path("readOnly").asBoolean()).isTrue();
  }

  @Test
  void anAudienceAndCertificatesAreVolumes() throws IOException {
    JsonNode pod =
        PrintedObjects.of(
                objects(
                    "--vault-login-audience",
                    "https://vault.example.com",
                    "--vault-ca-map",
                    "ca",
                    "--",
                    "+role",
                    "r"),
                "Job")
            .at("/spec/template/spec");
    assertThat(PrintedObjects.texts(pod.at("/containers/0/args")))
        .containsSequence("--vault-login-token-file", "/var/run/keycheck/vault-login/token")
        .containsSequence("--vault-ca", "/var/run/keycheck/vault-ca/ca.crt");
    assertThat(pod.at("/volumes/2/projected/sources/0/serviceAccountToken/audience").asText())
        .isEqualTo("https://vault.example.com");
    assertThat(pod.at("/volumes/3/configMap/name").asText()).isEqualTo("ca");
    assertThat(pod.at("/volumes/3/configMap/items/0/key").asText()).isEqualTo("ca.crt");
  }

  @Test
  void whoVouchesTravelsWithTheJob() throws IOException {
    String who =
        "organisation: \"Example ${ARGUMENTS} ${NAME} Ltd\"\nproduct: P\nversion: '1'\n"
            + "url: https://example.com\ncontact: ops@example.com\n";
    Path subject = Files.writeString(folder.resolve("subject.yaml"), who);
    List<JsonNode> objects = objects("--", "+role", "r", "--subject=" + subject);
    JsonNode map = PrintedObjects.of(objects, "ConfigMap");
    assertThat(map.at("/data/subject.yaml").asText()).isEqualTo(who);
    JsonNode pod = PrintedObjects.of(objects, "Job").at("/spec/template/spec");
    assertThat(PrintedObjects.texts(pod.at("/containers/0/args")))
        .containsSequence("--subject", "/var/run/keycheck/files/subject.yaml");
    assertThat(pod.at("/volumes/2/configMap/name").asText())
        .isEqualTo(map.at("/metadata/name").asText());
  }

  @Test
  void sonobuoysPluginLeavesItsReportWhereSonobuoyLooks() throws IOException {
    List<JsonNode> objects = objects("--sonobuoy", "--vault-token-secret", "vault-access", "--");
    assertThat(objects).hasSize(1);
    JsonNode plugin = objects.get(0);
    assertThat(PrintedObjects.texts(plugin.at("/spec/args")))
        .startsWith("in-job", "--results", "/tmp/sonobuoy/results", "--", "certify")
        .endsWith("--report", "/tmp/sonobuoy/results/keycheck/report");
    assertThat(plugin.at("/podSpec/volumes/1/secret/secretName").asText())
        .isEqualTo("vault-access");
    assertThat(plugin.at("/spec/volumeMounts/2/name").asText()).isEqualTo("vault-token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-- certify --suite vault | takes a Vault that exists: add --vault-addr URL",
        "-- +- | let into Vault in one way",
        "--vault-token-secret s -- +role r | let into Vault in one way",
        "--vault-token-secret s --vault-login-audience a -- +- | let into Vault in one way",
        "-- +role r --context dev | leave out --context.",
        "-- +role r --cluster embedded | leave out --cluster.",
        "-- +role r --report f | leave out --report.",
        "-- +role r --sign k | leave out --sign; sign the report when it is here.",
        "-- +role r --vault-token-file f | name a Secret by --vault-token-secret",
        "-- +role r --vault-ca f | name a ConfigMap by --vault-ca-map",
        "-- +role r --case nope | After --: ",
        "-- +role r --settle never | After --: The setting settle is a time",
        "-- +role r --subject no/such | cannot be read",
        "--sonobuoy -- +role r --subject f | leave out either --sonobuoy or --subject",
        "--vault-token-secret A -- +- | --vault-token-secret is NAME[/KEY]",
        "--vault-ca-map a/b/c -- +role r | --vault-ca-map is NAME[/KEY]",
        "--vault-token-secret s -- diagnose -A | goes with certify",
        "-- certify --suite aws --vault-addr http://v --vault-prefix p --vault-login-role r"
            + " | asks AWS itself",
        "-- +role r --aws-prefix kc | leave out --aws-prefix; a Job takes no AWS yet."
      })
  void badUsageIsSaidBeforeAnythingIsPrinted(String options, String says) {
    CommandLineRun run = job(options.split(" ", -1));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(says);
    assertThat(run.out()).isEmpty();
  }

  private static Set<String> rules(List<JsonNode> objects) {
    Set<String> rules = new TreeSet<>();
    objects.forEach(object -> object.path("rules").forEach(rule -> rules.add(rule.toString())));
    return rules;
  }

  private static List<JsonNode> objects(String... options) throws IOException {
    return PrintedObjects.read(job(options));
  }

  /** The command that is certified with follows --, unless one is written out; +role logs in. */
  private static CommandLineRun job(String... options) {
    List<String> whole = new ArrayList<>(List.of("job"));
    for (int i = 0; i < options.length; i++) {
      switch (options[i]) {
        case "+-" -> whole.addAll(List.of(CERTIFY));
        case "+role" -> {
          whole.addAll(List.of(CERTIFY));
          whole.add("--vault-login-role");
        }
        default -> whole.add(options[i]);
      }
    }
    if (options[options.length - 1].equals("--")) {
      whole.addAll(List.of(CERTIFY));
    }
    return CommandLineRun.of(whole.toArray(String[]::new));
  }
}
