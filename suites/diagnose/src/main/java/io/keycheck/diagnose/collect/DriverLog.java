package io.keycheck.diagnose.collect;

import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Pod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what the driver's pods logged of mounts that failed, which is all that tells of a refresh
 * that fails since version 1.6.
 */
final class DriverLog {
  /** Lines of version 1.6.0, from its {@code pkg/secrets-store/nodeserver.go}. */
  private static final String FAILED = "failed to mount secrets store object";

  /** How klog begins an entry, as text or as JSON. */
  private static final Pattern FIRST_LINE = Pattern.compile("^([IWEF]\\d{4} |\\{)");

  private static final int MOST_PODS = 20;
  private static final int LONGEST_LINE = 8 * 1024;

  private final ReadOnlyClient client;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> needs = new LinkedHashSet<>();

  DriverLog(ReadOnlyClient client) {
    this.client = client;
  }

  /**
   * Reads the logs of the driver's pods on these nodes, the last half hour of at most {@value
   * #MOST_PODS} pods.
   */
  void read(List<Pod> pods, Set<String> nodes) {
    pods.stream()
        .filter(pod -> nodes.contains(pod.node()))
        .limit(MOST_PODS)
        .forEach(pod -> Installed.driver(pod).ifPresent(container -> read(pod, container)));
  }

  private void read(Pod pod, Container container) {
    Answer answer =
        client.get(
            "/api/v1/namespaces/%s/pods/%s/log?container=%s&sinceSeconds=1800&tailLines=5000&limitBytes=4194304"
                .formatted(pod.meta().namespace(), pod.meta().name(), container.name()));
    if (answer.isGood()) {
      entries(answer.text())
          .filter(entry -> entry.contains(FAILED))
          .map(entry -> entry.length() > LONGEST_LINE ? entry.substring(0, LONGEST_LINE) : entry)
          .forEach(lines::add);
    } else {
      needs.add("get pods/log in namespace " + pod.meta().namespace());
    }
  }

  /**
   * Returns each entry as one line: an error of several lines, as Vault's are, makes an entry of
   * several, and the pod is named in the last.
   */
  static Stream<String> entries(String log) {
    List<String> entries = new ArrayList<>();
    log.lines()
        .forEach(
            line -> {
              boolean goesOn = !entries.isEmpty() && !FIRST_LINE.matcher(line).find();
              int last = entries.size() - 1;
              if (!goesOn) {
                entries.add(line);
              } else if (entries.get(last).length() <= LONGEST_LINE) {
                entries.set(last, entries.get(last) + " " + line.strip());
              }
            });
    return entries.stream();
  }

  /** Returns the lines that speak of mounts that failed. */
  List<String> lines() {
    return lines;
  }

  /** Returns what it takes to read what was not read; empty where all was. */
  String needs() {
    return String.join(", ", needs);
  }
}
