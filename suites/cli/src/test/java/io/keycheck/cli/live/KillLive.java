package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.lab.cluster.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * Runs are killed at ten random moments: what is left of them is found and removed, once, and
 * nothing else is touched. {@code -Dkeycheck.seed=N} draws the same moments again.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KillLive {
  /** What a run says when a part of it begins. */
  private enum Phase {
    SET_UP("settings {", 6000),
    CASES("the cluster is ready", 3000),
    TEAR_DOWN("removing what the run made", 400);

    private final String begins;
    private final int longest;

    Phase(String begins, int longest) {
      this.begins = begins;
      this.longest = longest;
    }

    Predicate<String> line() {
      return line -> line.contains(begins);
    }
  }

  private static final Pattern RUN = Pattern.compile(", run ([a-z0-9]+);");

  /** A case that makes a cluster-wide object, and one that changes the driver of all. */
  private static final String[] CASES = {
    "--case", "sample-as-written-fails-on-kv-version-two",
    "--case", "without-rotation-only-a-new-pod-sees-the-new-value",
  };

  private final long seed = Long.getLong("keycheck.seed", System.nanoTime() & 0xffffff);
  private final Random random = new Random(seed);
  private final Set<String> killed = new TreeSet<>();
  private final Set<String> sessions = new TreeSet<>();

  /** A cache folder of its own: its clusters are nobody else's. */
  private Path cache;

  private String foreign;
  private String foreignBefore;

  @BeforeAll
  void lookAlikes(@TempDir Path folder) throws IOException {
    cache = folder;
    System.out.println("live: moments of seed " + seed);
    Files.copy(
        Images.cacheFolder().resolve("images.properties"), cache.resolve("images.properties"));
    foreign =
        Keycheck.machine(
                "docker",
                "run",
                "--detach",
                "--label=io.keycheck.slot=" + cache + "/slots/0.old",
                "--label=io.keycheck.run=" + cache,
                "--label=org.testcontainers=true",
                "--label=org.testcontainers.sessionId=00000000-0000-4000-8000-000000000000",
                Images.load(cache).reference("app"),
                "sleep",
                "3600")
            .strip();
    foreignBefore = Keycheck.machine("docker", "inspect", foreign);
  }

  @AfterAll
  void removeThem() throws Exception {
    keycheck().run("clean");
    Keycheck.machine("docker", "rm", "--force", "--volumes", foreign);
  }

  @Test
  @Order(1)
  void whatARunOnAClusterOfItsOwnLeavesIsRemoved() throws Exception {
    for (Phase phase : Phase.values()) {
      kill(phase);
      cleanTwice("clean");
      assertNoContainers();
    }
  }

  /** A place whose set-up was killed holds no cluster that another run could take. */
  @Test
  @Order(2)
  void whatARunLeavesThatWasToKeepItsClusterIsRemoved() throws Exception {
    kill(Phase.SET_UP, "--keep");
    cleanTwice("clean");
    assertNoContainers();
  }

  @Test
  @Order(3)
  void aKeptClusterIsPutInOrderByWhoeverTakesItNext() throws Exception {
    Keycheck.Ended kept = certify("--keep", "--case", "mount-is-in-memory");
    assertThat(kept.exitCode()).as(kept.toString()).isZero();
    List<LookAlike> beside = new ArrayList<>();
    for (Phase phase : List.of(Phase.CASES, Phase.CASES, Phase.TEAR_DOWN)) {
      beside.add(new LookAlike(kill(phase, with("--keep", CASES))));
    }
    Keycheck.Ended next = certify("--keep", "--case", "mount-is-in-memory");
    assertThat(next.exitCode()).as(next.toString()).isZero();
    assertThat(next.err()).contains("taking the cluster that an earlier run kept");
    assertThat(leftInCluster()).as("what killed runs left in the cluster").isEmpty();
    assertThat(leftInVault()).as("what killed runs left in its Vault").isEmpty();
    assertThat(kubectl("get", "csidriver", "-o", "jsonpath={.items[*].spec.requiresRepublish}"))
        .as("whether the driver rotates, which a case had switched off")
        .isEqualTo("true");
    beside.forEach(LookAlike::assertUntouched);
  }

  @Test
  @Order(4)
  void whatARunLeavesInAnAdoptedClusterIsRemoved() throws Exception {
    if (containers().isEmpty()) {
      // A second try, after the first one's cluster was removed.
      Keycheck.Ended kept = certify("--keep", "--case", "mount-is-in-memory");
      assertThat(kept.exitCode()).as(kept.toString()).isZero();
    }
    Path kubeconfig = kubeconfig();
    for (Phase phase : Phase.values()) {
      LookAlike beside =
          new LookAlike(
              kill(
                  phase,
                  with(
                      "--case=" + CASES[1],
                      "--cluster=adopted",
                      "--context=default",
                      "--i-may-write-to=default")));
      assertThat(leftInCluster()).as("what is to be removed").hasSizeGreaterThan(floor(phase));
      cleanTwice("clean", "--context", "default", "--i-may-write-to", "default");
      assertThat(leftInCluster()).as("what killed runs left in the cluster").isEmpty();
      beside.assertUntouched();
    }
    Files.delete(kubeconfig);
  }

  @Test
  @Order(5)
  void theKeptClusterItselfIsRemovedAtLast() throws Exception {
    cleanTwice("clean");
    assertNoContainers();
  }

  /** While cases run, the run's own namespace is there for sure, so that the check can fail. */
  private static int floor(Phase phase) {
    return phase == Phase.CASES ? 0 : -1;
  }

  private static String[] with(String first, String... more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(String[]::new);
  }

  private Keycheck keycheck() {
    return new Keycheck()
        .with("KEYCHECK_CACHE", cache.toString())
        .with("KUBECONFIG", cache.resolve("adopted.kubeconfig").toString());
  }

  private Keycheck.Ended certify(String... options) throws Exception {
    return certify(keycheck(), options);
  }

  private Keycheck.Ended certify(Keycheck keycheck, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("certify", "--suite", "vault"));
    command.addAll(List.of("--report", cache.resolve("report").toString()));
    command.addAll(Arrays.asList(options));
    return keycheck.run(command.toArray(String[]::new));
  }

  /** Start a run and kill it at some moment of a phase; the answer is the run's id. */
  private String kill(Phase phase, String... options) throws Exception {
    Duration after = Duration.ofMillis(random.nextInt(phase.longest));
    String[] all = options.length == 0 ? CASES : options;
    Keycheck.Ended ended = certify(keycheck().killedAt(phase.line(), after), all);
    System.out.println(
        "live: killed " + after.toMillis() + " ms after '" + phase.begins + "': " + List.of(all));
    assertThat(ended.exitCode()).as("137 for a run that was killed; " + ended).isEqualTo(137);
    Matcher run = RUN.matcher(ended.err());
    assertThat(run.find()).as("the run's id in: " + ended.err()).isTrue();
    killed.add(run.group(1));
    Path runs = Files.createDirectories(cache.resolve("runs"));
    try (Stream<Path> files = Files.list(runs)) {
      files.map(file -> file.getFileName().toString().split("\\.", 2)[0]).forEach(sessions::add);
    }
    return run.group(1);
  }

  private void cleanTwice(String... command) throws Exception {
    Keycheck.Ended first = keycheck().run(command);
    assertThat(first.exitCode()).as(first.toString()).isZero();
    Keycheck.Ended second = keycheck().run(command);
    assertThat(second.out())
        .as("what the second clean found that the first did not: " + first)
        .isEqualTo("nothing to remove\n");
    assertThat(Keycheck.machine("docker", "inspect", foreign))
        .as("the foreign container with labels that look alike")
        .isEqualTo(foreignBefore);
    try (Stream<Path> runs = Files.list(cache.resolve("runs"))) {
      assertThat(runs).as("files of killed runs").isEmpty();
    }
  }

  private void assertNoContainers() {
    String images = "{{.Image}} {{.Label \"io.keycheck.slot\"}} {{.Names}}";
    assertThat(Keycheck.machine("docker", "ps", "--all", "--format", images).lines())
        .filteredOn(line -> line.contains(" " + cache + "/slots/"))
        .filteredOn(line -> !line.contains("/slots/0.old "))
        .as("containers of kept clusters")
        .isEmpty();
    for (String session : sessions) {
      String label = "label=org.testcontainers.sessionId=" + session;
      assertThat(Keycheck.machine("docker", "ps", "--all", "--quiet", "--filter", label))
          .as("containers of a killed run")
          .isEmpty();
    }
  }

  private String node() {
    return container("/node:");
  }

  /** Of the kept cluster, each as its id and its image. */
  private List<String> containers() {
    return Keycheck.machine(
            "docker",
            "ps",
            "--format",
            "{{.ID}} {{.Image}}",
            "--filter",
            "label=io.keycheck.slot=" + cache + "/slots/0")
        .lines()
        .toList();
  }

  private String container(String image) {
    return containers().stream()
        .filter(line -> line.contains(image))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .orElseThrow();
  }

  private String kubectl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "exec", node(), "kubectl"));
    command.addAll(Arrays.asList(arguments));
    return Keycheck.machine(command.toArray(String[]::new));
  }

  /** Of all kinds, by the ids of the killed runs: wider than what the kit itself looks for. */
  private List<String> leftInCluster() {
    String kinds =
        "namespaces,clusterroles,clusterrolebindings,persistentvolumes,csidrivers,roles,rolebindings";
    return kubectl("get", kinds, "--all-namespaces", "-o", "name")
        .lines()
        .filter(line -> killed.stream().anyMatch(line::contains))
        .filter(line -> !line.endsWith(LookAlike.SUFFIX))
        .toList();
  }

  private List<String> leftInVault() throws IOException {
    String token = Files.readString(cache.resolve("slots").resolve("0.token")).strip();
    String ask =
        "export VAULT_ADDR=http://127.0.0.1:8200; for p in secret/metadata secret-v1"
            + " sys/policies/acl auth/kubernetes/role database/roles; do vault list $p 2>&1; done; vault auth"
            + " list; vault secrets list";
    return Keycheck.machine(
            "docker",
            "exec",
            "--env",
            "VAULT_TOKEN=" + token,
            container("/vault:"),
            "sh",
            "-c",
            ask)
        .lines()
        .filter(line -> line.contains("kc-"))
        .toList();
  }

  private Path kubeconfig() throws IOException {
    String text = Keycheck.machine("docker", "exec", node(), "cat", "/etc/rancher/k3s/k3s.yaml");
    String address = Containers.address(node());
    return Files.writeString(
        cache.resolve("adopted.kubeconfig"),
        text.replaceAll("server: .*", "server: https://" + address + ":6443"));
  }

  /** A namespace as a killed run's would be, name and labels alike, that somebody else made. */
  private final class LookAlike {
    static final String SUFFIX = "-somebody-elses";

    private final String name;
    private final String before;

    LookAlike(String run) {
      name = "kc-" + run + "-vault" + SUFFIX;
      kubectl("create", "namespace", name);
      kubectl(
          "label",
          "namespace",
          name,
          "keycheck.io/run=" + run,
          "app.kubernetes.io/managed-by=keycheck");
      kubectl("create", "configmap", "theirs", "--namespace", name, "--from-literal=a=b");
      before = state();
    }

    private String state() {
      return kubectl("get", "namespace", name, "-o", "json", "--show-managed-fields")
          + kubectl("get", "configmap", "theirs", "--namespace", name, "-o", "json");
    }

    void assertUntouched() {
      assertThat(state()).as("the namespace beside that looks like a run's").isEqualTo(before);
      kubectl("delete", "namespace", name, "--wait=false");
    }
  }
}
