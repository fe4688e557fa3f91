package io.keycheck.cli.live;

import io.keycheck.reports.secrecy.SecretSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * All that is said in a kept cluster and beside it from now on, also by what is gone meanwhile:
 * events, logs of pods, of the node's programs with the API server's audit log, and of the stores.
 */
final class Witness implements AutoCloseable {
  private static final String LOGS = "/var/log/kubernetes";
  private static final String PODS = "/var/log/keycheck-pods";
  private static final String PID = "/run/keycheck-events.pid";

  /** Pods take their logs with them: the files are held by a second name. */
  private static final String HOLD_LOGS =
      "mkdir -p "
          + PODS
          + "; while [ -d "
          + PODS
          + " ]; do cp -rlf /var/log/pods/. "
          + PODS
          + " 2>/dev/null; sleep 0.3; done";

  private final String node = KeptCluster.node();
  private final Instant since = Instant.now();
  private final Map<String, Long> before = sizes();
  private final Path events;
  private final List<Process> watches = new ArrayList<>();

  Witness(Path folder) throws IOException {
    events = folder.resolve("events");
    String watch =
        "echo $$ > " + PID + "; exec kubectl get events --all-namespaces --watch --output=json";
    watches.add(start(watch, ProcessBuilder.Redirect.to(events.toFile())));
    watches.add(start(HOLD_LOGS, ProcessBuilder.Redirect.DISCARD));
  }

  private Process start(String script, ProcessBuilder.Redirect output) throws IOException {
    return new ProcessBuilder("docker", "exec", node, "sh", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  /** The container of the node that is listened to. */
  String node() {
    return node;
  }

  /** All of it, by the name of the place. */
  Map<String, String> heard() throws IOException {
    Map<String, String> heard = new TreeMap<>();
    heard.put("events", Files.readString(events));
    heard.put("pods' logs", inNode("find " + PODS + " -type f -exec cat {} +"));
    sizes().forEach((log, size) -> heard.put(log, since(log, size)));
    KeptCluster.allContainers()
        .forEach(
            (image, container) ->
                heard.put(
                    "container " + image,
                    Keycheck.machine("docker", "logs", "--since", since.toString(), container)));
    return heard;
  }

  private String since(String log, long size) {
    long from = before.getOrDefault(log, 0L);
    if (size < from) {
      throw new AssertionError(
          "expected: " + log + " has all since " + since + "; seen: it was begun anew meanwhile");
    }
    return inNode("tail -c +" + (from + 1) + " " + log);
  }

  /** Where these hold a value; none where nothing does. */
  static List<String> leaks(Map<String, String> heard) {
    List<String> leaks = new ArrayList<>();
    heard.forEach(
        (place, text) -> SecretSearch.hits(text).forEach(hit -> leaks.add(place + ": " + hit)));
    return leaks;
  }

  /** The files of a folder as texts, what is packed unpacked. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> texts.put(file.toString(), text(file)));
    }
    return texts;
  }

  private static String text(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    inNode("stat -c '%n %s' " + LOGS + "/*.log")
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(log -> sizes.put(log[0], Long.valueOf(log[1])));
    return sizes;
  }

  private String inNode(String script) {
    return Keycheck.machine("docker", "exec", node, "sh", "-c", script);
  }

  @Override
  public void close() {
    inNode("rm -rf " + PODS + "; kill $(cat " + PID + ")");
    watches.forEach(Process::destroyForcibly);
  }
}
