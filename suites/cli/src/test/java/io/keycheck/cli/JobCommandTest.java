package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command runs in the cluster with the rights that it takes, and leaves its results as a tar. */
class JobCommandTest {
  private static final Path RECORDINGS =
      Path.of("../diagnose/src/test/resources/io/keycheck/diagnose/recordings");

  @TempDir Path folder;

  @Test
  void theJobRunsTheCommandUnderAnAccountThatMayOnlyRead() throws IOException {
    List<JsonNode> objects = objects("--", "diagnose", "-n", "shop", "--level", "error");
    JsonNode job = PrintedObjects.of(objects, "Job");
    JsonNode pod = job.at("/spec/template/spec");
    assertThat(pod.path("serviceAccountName").asText())
        .isEqualTo(PrintedObjects.of(objects, "ServiceAccount").at("/metadata/name").asText());
    JsonNode run = pod.at("/containers/0");
    assertThat(PrintedObjects.texts(run.path("args")))
        .containsExactly(
            "in-job", "--results", "/results", "--", "diagnose", "-n", "shop", "--level", "error");
    assertThat(run.path("securityContext").path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(job.at("/spec/backoffLimit").asInt(-1)).isZero();
    for (JsonNode object : objects) {
      for (JsonNode rule : object.path("rules")) {
        assertThat(List.of("get", "list")).containsAll(PrintedObjects.texts(rule.path("verbs")));
        assertThat(PrintedObjects.texts(rule.path("resources"))).doesNotContain("secrets", "*");
      }
      for (JsonNode subject : object.path("subjects")) {
        assertThat(subject.path("namespace").asText()).isEqualTo("keycheck");
        assertThat(subject.path("name").asText()).isEqualTo("keycheck");
      }
      if (object.path("kind").asText().endsWith("RoleBinding")) {
        assertThat(object.at("/metadata/name").asText())
            .as("a binding of the Job's own, whatever others are bound by")
            .endsWith("-keycheck-keycheck");
        assertThat(object.at("/roleRef/name").asText()).endsWith("-keycheck-keycheck");
      }
    }
    assertThat(objects)
        .filteredOn(object -> object.path("kind").asText().equals("Role"))
        .extracting(object -> object.at("/metadata/namespace").asText())
        .containsExactlyInAnyOrder("shop", "kube-system");
  }

  @Test
  void thePodWaitsWithTheResultsUnlessAVolumeKeepsThem() throws IOException {
    JsonNode held = PrintedObjects.of(objects("--keep", "90s", "--", "diagnose", "-A"), "Job");
    assertThat(held.at("/spec/template/spec/containers/1/command/2").asText())
        .isEqualTo(
            "trap \"exit 0\" TERM; until [ -f /results/done ]; do sleep 1; done; sleep 90 & wait");
    assertThat(held.at("/spec/template/spec/volumes/0").has("emptyDir")).isTrue();
    JsonNode kept = PrintedObjects.of(objects("--claim", "reports", "--", "diagnose", "-A"), "Job");
    assertThat(kept.at("/spec/template/spec/containers")).hasSize(1);
    assertThat(kept.at("/spec/template/spec/volumes/0/persistentVolumeClaim/claimName").asText())
        .isEqualTo("reports");
  }

  @Test
  void whatAUserWritesStaysOneWord() throws IOException {
    String odd = "x\"]\n- ${NAMESPACE}: 'y' # z";
    JsonNode job = PrintedObjects.of(objects("--", "diagnose", "-A", "--environment", odd), "Job");
    assertThat(PrintedObjects.texts(job.at("/spec/template/spec/containers/0/args"))).endsWith(odd);
  }

  @Test
  void thePluginForSonobuoyLeavesJunitWhereSonobuoyLooks() throws IOException {
    List<JsonNode> objects = objects("--sonobuoy", "--", "diagnose", "--all-namespaces");
    assertThat(objects).hasSize(1);
    JsonNode plugin = objects.get(0);
    assertThat(plugin.at("/sonobuoy-config/driver").asText()).isEqualTo("Job");
    assertThat(plugin.at("/sonobuoy-config/result-format").asText()).isEqualTo("junit");
    assertThat(PrintedObjects.texts(plugin.at("/spec/args")))
        .containsExactly(
            "in-job",
            "--results",
            "/tmp/sonobuoy/results",
            "--",
            "diagnose",
            "--all-namespaces",
            "--output",
            "junit");
    assertThat(plugin.at("/spec/volumeMounts/0/mountPath").asText())
        .isEqualTo("/tmp/sonobuoy/results");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-- list cases | What runs in the cluster is diagnose or certify",
        "-- diagnose | takes -n NAMESPACE or --all-namespaces",
        "-- diagnose -A --from f | neither --from nor --watch",
        "-- diagnose -A --nonsense | After --: Unknown option",
        "--name No -- diagnose -A | --name is a name such as keycheck, not 'No'",
        "--image A;b -- diagnose -A | --image is the reference of an image",
        "--pull Later -- diagnose -A | --pull is Always, IfNotPresent or Never",
        "--keep 10 -- diagnose -A | --keep is a time such as 90s, 10m or 1h",
        "--sonobuoy --apply -- diagnose -A | leave out --apply",
        "--apply --context dev -- diagnose -A | --apply takes --context CTX --i-may-write-to CTX",
        "--context dev -- diagnose -A | go with --apply"
      })
  void badUsageIsSaid(String options, String says) {
    CommandLineRun run = job(options.split(" ", -1));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(says);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void inTheJobWhatCameOfACommandIsOneTarAndThenDone() throws IOException {
    CommandLineRun run = inJob("--output", "junit");
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("class-not-annotated");
    Path tar = Path.of(Files.readString(folder.resolve("done")));
    assertThat(tar).isEqualTo(folder.resolve("keycheck-results.tar.gz"));
    Map<String, String> files = unpacked(tar);
    assertThat(files.keySet())
        .containsExactly("keycheck/diagnosis.xml", "keycheck/exit-code", "keycheck/progress.txt");
    assertThat(files.get("keycheck/exit-code")).isEqualTo("1\n");
    assertThat(files.get("keycheck/diagnosis.xml")).isEqualTo(run.out());
  }

  @Test
  void inTheJobACommandThatFailsLeavesItsSentence() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "in-job", "--results", folder.toString(), "--", "diagnose", "--from", "/no/such");
    assertThat(run.exitCode()).isEqualTo(2);
    Map<String, String> files = unpacked(Path.of(Files.readString(folder.resolve("done"))));
    assertThat(files.get("keycheck/progress.txt")).startsWith("keycheck: ").contains("/no/such");
  }

  @Test
  void resultsThatAreThereAreNotReplaced() {
    inJob();
    CommandLineRun again = inJob();
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("holds results already");
  }

  @Test
  void thePodsAccountIsAContextLikeAnyOther() throws IOException {
    Path account = Files.createDirectories(folder.resolve("account"));
    Files.writeString(account.resolve("token"), "eyJ.x.y\n");
    Files.writeString(account.resolve("namespace"), "keycheck");
    Path kubeconfig = folder.resolve("kubeconfig");
    Map<String, String> environment =
        Map.of(
            "KUBECONFIG",
            kubeconfig.toString(),
            "KUBERNETES_SERVICE_HOST",
            "fd00::1",
            "KUBERNETES_SERVICE_PORT",
            "6443");
    OwnKubeconfig.write(environment, account);
    JsonNode written = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(kubeconfig));
    assertThat(written.path("current-context").asText()).isEqualTo("in-cluster");
    assertThat(written.at("/clusters/0/cluster/server").asText())
        .isEqualTo("https://[fd00::1]:6443");
    assertThat(written.at("/users/0/user/token").asText()).isEqualTo("eyJ.x.y");
    assertThat(Files.getPosixFilePermissions(kubeconfig)).hasSize(2);
    Files.writeString(account.resolve("token"), "another");
    OwnKubeconfig.write(environment, account);
    assertThat(Files.readString(kubeconfig)).doesNotContain("another");
    OwnKubeconfig.write(Map.of("KUBECONFIG", folder.resolve("none").toString()), account);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private CommandLineRun inJob(String... more) {
    return CommandLineRun.of(
        Stream.concat(
                Stream.of(
                    "in-job",
                    "--results",
                    folder.toString(),
                    "--",
                    "diagnose",
                    "--from",
                    RECORDINGS.resolve("class-not-annotated.json").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Map<String, String> unpacked(Path tar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tar));
        TarArchiveInputStream entries = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        files.put(
            entry.getName(),
            new String(entries.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static List<JsonNode> objects(String... options) throws IOException {
    return PrintedObjects.read(job(options));
  }

  private static CommandLineRun job(String... options) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("job"), Stream.of(options)).toArray(String[]::new));
  }
}
