package io.keycheck.cli.live;

import io.keycheck.lab.cluster.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs of which all is kept that they print, write, and have said in the cluster and beside it: to
 * be searched for values.
 */
final class SearchedRuns implements AutoCloseable {
  /** Of a cluster beside the one that is listened to; others may have used it before. */
  private static final String LOGS_SINCE =
      """
      awk 'match($0, /"requestReceivedTimestamp":"[^"]*/) && substr($0, RSTART + 28, 20) >= "SINCE"' \\
        /var/log/kubernetes/audit.log
      find /var/log/pods -type f -exec awk '$1 >= "SINCE"' {} +
      """;

  private final Map<String, String> printed = new TreeMap<>();
  private final Map<String, Keycheck.Ended> ended = new TreeMap<>();
  private final Path written;
  private final Witness witness;
  private final Instant since = Instant.now();
  private boolean closed;

  /** Has a new cluster kept and listens to it; two empty folders are taken. */
  SearchedRuns(Path written, Path heard) throws Exception {
    this.written = written;
    // What served runs with faults may hold values: that is what some faults do to them.
    Keycheck.Ended cleaned = new Keycheck().run("clean");
    if (cleaned.exitCode() != 0) {
      throw new AssertionError("expected: kept clusters are removed; seen: " + cleaned);
    }
    certify("first", "--suite", "all", "--case", "mount-is-in-memory");
    witness = new Witness(heard);
  }

  /** The folder of a run's report. */
  Path report(String name) {
    return written.resolve(name);
  }

  /** A folder that is searched with what runs write. */
  Path written() {
    return written;
  }

  /** Certify with a cluster that is kept; a run that was made already is not made again. */
  Keycheck.Ended certify(String name, String... options) throws Exception {
    if (ended.containsKey(name)) {
      return ended.get(name);
    }
    List<String> command = new ArrayList<>(List.of("certify", "--keep", "--verbose"));
    command.addAll(List.of("--report", report(name).toString()));
    command.addAll(Arrays.asList(options));
    Path temporary = Files.createDirectories(written.resolve("tmp"));
    Keycheck.Ended run =
        new Keycheck()
            .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
            .run(command.toArray(String[]::new));
    printed.put("printed by " + name, run.out());
    printed.put("progress of " + name, run.err());
    ended.put(name, run);
    return run;
  }

  /** As if a run had printed this too. */
  void printedToo(String name, String text) {
    printed.merge("printed by " + name, text, String::concat);
  }

  /** Every place with what was written there. */
  Map<String, String> heard() throws IOException {
    Map<String, String> heard = new TreeMap<>(witness.heard());
    heard.replaceAll(
        (place, log) ->
            place.startsWith("container vault ")
                ? log.replaceAll("(?m)^Root Token: .*$", "")
                : log);
    String logs = LOGS_SINCE.replace("SINCE", since.truncatedTo(ChronoUnit.SECONDS).toString());
    for (String node : KeptCluster.nodesBeside(witness.node())) {
      heard.put("node " + node, Keycheck.machine("docker", "exec", node, "sh", "-c", logs));
    }
    heard.putAll(printed);
    heard.putAll(Witness.files(written));
    for (String folder : List.of("kubeconfigs", "logs", "runs")) {
      heard.putAll(Witness.files(Images.cacheFolder().resolve(folder)));
    }
    return heard;
  }

  /** A shell command in the node that is listened to. */
  void inNode(String script) {
    Keycheck.machine("docker", "exec", witness.node(), "sh", "-c", script);
  }

  void kubectl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "exec", witness.node(), "kubectl"));
    command.addAll(Arrays.asList(arguments));
    Keycheck.machine(command.toArray(String[]::new));
  }

  /** Listen no more. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      witness.close();
    }
  }
}
