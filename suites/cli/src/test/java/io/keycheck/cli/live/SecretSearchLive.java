package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.lab.cluster.Images;
import io.keycheck.reports.secrecy.MadePassword;
import io.keycheck.reports.secrecy.SecretText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * No value that the suites plant is written anywhere: not in files, on the terminal, in events, in
 * logs of pods, stores and node, nor in the API server's audit log; and one that is leaked on
 * purpose in each of these places is found there.
 *
 * <p>The audit log holds requests and answers in full, save for Secrets, tokens and MendixApps,
 * whose business it is to hold values, and save for what the node's own programs do. Tokens and the
 * passwords that Vault makes are searched for by their look. One word is excepted: Vault in
 * development mode prints its own root token, which no suite planted.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SecretSearchLive {
  private static final String LEAK = SecretText.random(40).reveal();

  private static final String EVENT =
      """
      {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "leak", "namespace": "default"},
       "involvedObject": {"kind": "Pod", "name": "leak", "namespace": "default"},
       "reason": "Leak", "message": "LEAK", "type": "Normal"}
      """;

  private final Map<String, String> printed = new TreeMap<>();
  private Path written;
  private Witness witness;

  @BeforeAll
  void listen(@TempDir Path folder, @TempDir Path heard) throws Exception {
    written = folder;
    certify("first", "--suite", "all", "--case", "mount-is-in-memory");
    witness = new Witness(heard);
  }

  @AfterAll
  void listenNoMore() {
    witness.close();
  }

  /** What passes and what fails: of what failed, the report quotes events, logs and objects. */
  @Test
  @Order(1)
  void noValueIsWrittenAnywhere() throws Exception {
    Keycheck.Ended all = certify("all", "--suite", "all", "--verbose");
    // What the verdict is, others prove; here it must have come to one.
    assertThat(all.exitCode()).as(all.toString()).isNotEqualTo(2);
    Keycheck.Ended failed =
        certify(
            "failed",
            "--suite=all",
            "--verbose",
            "--fault=own",
            "--settle=10s",
            "--case=mounted-files-hold-exactly-the-stored-bytes",
            "--case=another-account-is-refused",
            "--case=store-overrides-the-admin-password",
            "--case=rotated-value-reaches-the-file");
    assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(1);
    // Of its values the kit is told nothing: they are found by their look, on a cluster of its own.
    Keycheck.Ended dynamic =
        certify(
            "dynamic",
            "--suite=dynamic",
            "--verbose",
            "--case=each-refresh-takes-another-pair",
            "--case=dynamic-keys-are-mounted-like-stored-ones");
    assertThat(dynamic.exitCode()).as(dynamic.toString()).isZero();
    Map<String, String> heard = heard();
    assertThat(heard.get("events")).as("events that were heard").contains("FailedMount");
    assertThat(heard.get("pods' logs")).as("logs of pods that are gone").isNotBlank();
    assertThat(Witness.leaks(heard)).as("where a value was written").isEmpty();
  }

  @Test
  @Order(2)
  void aLeakInEachPlaceIsFound() throws Exception {
    Files.writeString(written.resolve("all").resolve("leak.txt"), base64("a file: " + LEAK));
    Files.writeString(
        written.resolve("made.txt"),
        base64("password=" + MadePassword.LETTERS.repeat(MadePassword.LENGTH / 10)));
    Files.writeString(written.resolve("token.txt"), "X-Vault-Token: hvs.CAES" + "i0".repeat(40));
    Files.writeString(written.resolve("leak.json"), "{\"url\": \"https://" + LEAK + "\"}");
    printed.merge("printed by all", "said: " + LEAK, String::concat);
    kubectl("create", "configmap", "leak", "--from-literal=leak=" + LEAK);
    kubectl("delete", "configmap", "leak");
    kubectl(
        "run",
        "leak",
        "--image=" + Images.load(Images.cacheFolder()).reference("app"),
        "--image-pull-policy=IfNotPresent",
        "--restart=Never",
        "--command",
        "--",
        "sh",
        "-c",
        "echo bGVhaw " + base64("{\"a\":\"" + LEAK) + "; sleep 2");
    kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/leak", "--timeout=60s");
    kubectl("delete", "pod", "leak", "--now");
    Keycheck.machine(
        "docker",
        "exec",
        witness.node(),
        "sh",
        "-c",
        "echo '" + EVENT.replace("LEAK", LEAK) + "' | kubectl create -f -");
    KeptCluster.allContainers().forEach(SecretSearchLive::say);
    List<String> leaks = Witness.leaks(heard());
    for (String place :
        List.of(
            "leak.txt",
            "leak.json",
            "made.txt",
            "token.txt",
            "printed by all",
            "audit.log",
            "events",
            "pods' logs",
            "container vault",
            "container localstack")) {
      assertThat(leaks).as("a leak on purpose").anyMatch(leak -> leak.contains(place));
    }
  }

  /** As the container's first program would; the gate's image has no shell to do it. */
  private static void say(String image, String container) {
    if (!image.startsWith("node ") && !image.startsWith("gate ")) {
      Keycheck.machine(
          "docker", "exec", container, "sh", "-c", "echo 'leak " + LEAK + "' > /proc/1/fd/1");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every place with what was written there. */
  private Map<String, String> heard() throws IOException {
    Map<String, String> heard = new TreeMap<>(witness.heard());
    heard.replaceAll(
        (place, log) ->
            place.startsWith("container vault ")
                ? log.replaceAll("(?m)^Root Token: .*$", "")
                : log);
    for (String node : KeptCluster.nodesBeside(witness.node())) {
      String logs = "cat /var/log/kubernetes/audit.log; find /var/log/pods -type f -exec cat {} +";
      heard.put("node " + node, Keycheck.machine("docker", "exec", node, "sh", "-c", logs));
    }
    heard.putAll(printed);
    heard.putAll(Witness.files(written));
    for (String folder : List.of("kubeconfigs", "logs", "runs")) {
      heard.putAll(Witness.files(Images.cacheFolder().resolve(folder)));
    }
    return heard;
  }

  private Keycheck.Ended certify(String name, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("certify", "--keep"));
    command.addAll(List.of("--report", written.resolve(name).toString()));
    command.addAll(Arrays.asList(options));
    Path temporary = Files.createDirectories(written.resolve("tmp"));
    Keycheck.Ended ended =
        new Keycheck()
            .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
            .run(command.toArray(String[]::new));
    printed.put("printed by " + name, ended.out());
    printed.put("progress of " + name, ended.err());
    return ended;
  }

  private void kubectl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "exec", witness.node()));
    command.add("kubectl");
    command.addAll(Arrays.asList(arguments));
    Keycheck.machine(command.toArray(String[]::new));
  }
}
