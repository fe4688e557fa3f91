package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.lab.cluster.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever goes wrong around a run ends with one sentence, the right exit code, and nothing left.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
final class BadInputLive {
  private static final String CASE = "mount-is-in-memory";

  @TempDir Path temporary;

  @Test
  void withoutAnEngineOneSentenceSaysWhatToDo() throws Exception {
    Keycheck.Ended ended =
        new Keycheck()
            .with("DOCKER_HOST", "unix:///nowhere/docker.sock")
            .run("certify", "--case", CASE, "--report", report());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.err())
        .contains("keycheck: No Docker engine answers at DOCKER_HOST=unix:///nowhere/docker.sock");
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  @Test
  void aRunThatIsOutOfTimeIsInconclusiveAndLeavesNothing() throws Exception {
    Set<String> before = containers();
    Keycheck.Ended ended = new Keycheck().run("certify", "--timeout", "16s", "--report", report());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.out()).contains("The run's time of 16 s was over");
    assertThat(containersSettled(before)).as("containers left behind").isEqualTo(before);
  }

  @Test
  void timeThatIsOverBeforeTheClusterIsReadyEndsTheStart() throws Exception {
    Set<String> before = containers();
    Keycheck.Ended ended =
        new Keycheck()
            .with("KEYCHECK_CACHE", emptyPlaces())
            .run("certify", "--keep", "--timeout", "4s", "--report", report());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.err()).contains("the time is over").doesNotContain("the cluster is ready");
    assertThat(containersSettled(before)).as("containers left behind").isEqualTo(before);
  }

  @Test
  void anInterruptEndsTheRunAndLeavesNothing() throws Exception {
    Set<String> before = containers();
    Keycheck.Ended ended =
        new Keycheck()
            .interruptedAt(line -> line.startsWith("passed"))
            .run("certify", "--report", report());
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(130);
    assertThat(ended.err()).contains("interrupted: removing what the run made");
    assertThat(containersSettled(before)).as("containers left behind").isEqualTo(before);
  }

  @Test
  void aDiskThatFillsUpDuringARunIsOneSentenceAndLeavesNothing() throws Exception {
    Path small = Files.createDirectory(temporary.resolve("small"));
    Keycheck.machine("mount", "-t", "tmpfs", "-o", "size=64k", "keycheck", small.toString());
    try {
      Keycheck.Ended ended =
          new Keycheck()
              .seeing(line -> fill(small))
              .run("certify", "--case", CASE, "--report", small.resolve("report").toString());
      assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(2);
      assertThat(ended.out()).contains("certifies nothing, with stand-ins");
      assertThat(ended.err()).contains("No space left on device").doesNotContain("\tat ");
      assertThat(small.resolve("report"))
          .as("the report of which there was no room")
          .doesNotExist();
    } finally {
      Keycheck.machine("umount", small.toString());
    }
  }

  private static void fill(Path disk) {
    try {
      Files.write(disk.resolve("filler"), new byte[1 << 20]);
    } catch (IOException full) {
      // That is what it is for.
    }
  }

  @Test
  void twoRunsAtOnceNeverShareACluster() throws Exception {
    // Places of its own: a cluster that happens to be free on this machine would serve the second.
    String places = emptyPlaces();
    List<Keycheck.Ended> second = new ArrayList<>();
    try {
      Keycheck.Ended first =
          new Keycheck()
              .with("KEYCHECK_CACHE", places)
              .seeing(
                  line -> {
                    if (line.startsWith("passed") && second.isEmpty()) {
                      second.add(runBeside(places));
                    }
                  })
              // The second goes on while the other one's place is held.
              .run(
                  "certify",
                  "--keep",
                  "--case",
                  CASE,
                  "--case",
                  "ten-rotations-reach-the-file",
                  "--report",
                  report());
      assertThat(first.exitCode()).as(first.toString()).isZero();
      assertThat(second).as("runs beside the first").hasSize(1);
      assertThat(second.get(0).exitCode()).as(second.toString()).isZero();
      assertThat(second.get(0).err()).contains("starting a cluster and Vault");
    } finally {
      new Keycheck().with("KEYCHECK_CACHE", places).run("clean");
    }
  }

  @Test
  void theKeptClusterServesAsAnAdoptedOne() throws Exception {
    keep();
    String node = KeptCluster.node();
    String kubeconfig =
        Keycheck.machine("docker", "exec", node, "cat", "/etc/rancher/k3s/k3s.yaml")
            .replaceAll("server: \\S+", "server: https://" + address(node) + ":6443");
    Path file = temporary.resolve("kubeconfig");
    Files.writeString(file, kubeconfig);
    Keycheck.Ended ended =
        new Keycheck()
            .with("KUBECONFIG", file.toString())
            .run(
                "certify",
                "--cluster",
                "adopted",
                "--context",
                "default",
                "--i-may-write-to",
                "default",
                "--case",
                CASE,
                "--report",
                report());
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("cluster adopted");
    assertThat(KeptCluster.leftByRuns()).as("what runs left behind").isEmpty();

    Keycheck.Ended unknown =
        new Keycheck()
            .with("KUBECONFIG", file.toString())
            .run(
                "certify",
                "--cluster",
                "adopted",
                "--context",
                "prod",
                "--i-may-write-to",
                "prod",
                "--report",
                report());
    assertThat(unknown.exitCode()).as(unknown.toString()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no context 'prod': it has default.");
  }

  private void keep() throws Exception {
    Keycheck.Ended kept =
        new Keycheck().run("certify", "--case", CASE, "--keep", "--report", report());
    assertThat(kept.exitCode()).as(kept.toString()).isZero();
  }

  private Keycheck.Ended runBeside(String places) {
    try {
      return new Keycheck()
          .with("KEYCHECK_CACHE", places)
          .run("certify", "--case", CASE, "--report", temporary.resolve("second").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String address(String node) {
    return Keycheck.machine("docker", "inspect", "-f", "{{.NetworkSettings.IPAddress}}", node)
        .strip();
  }

  private static Set<String> containers() {
    return new TreeSet<>(
        Keycheck.machine("docker", "ps", "-a", "--format", "{{.ID}} {{.Image}}")
            .lines()
            .filter(line -> !line.contains("ryuk"))
            .toList());
  }

  /** What is left when the run's process has ended; the reaper is given its own ten seconds. */
  private static Set<String> containersSettled(Set<String> before) {
    return org.awaitility.Awaitility.await("the containers of the run are gone")
        .atMost(java.time.Duration.ofSeconds(40))
        .until(BadInputLive::containers, seen -> before.containsAll(seen) || seen.equals(before));
  }

  /** A cache folder that has the images, but no kept cluster. */
  private String emptyPlaces() throws IOException {
    Path cache = Files.createDirectory(temporary.resolve("cache"));
    Path known = Images.cacheFolder().resolve("images.properties");
    Files.copy(known, cache.resolve("images.properties"));
    return cache.toString();
  }

  private String report() {
    return temporary.resolve("report").toString();
  }
}
