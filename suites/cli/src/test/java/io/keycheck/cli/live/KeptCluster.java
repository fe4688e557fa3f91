package io.keycheck.cli.live;

import io.keycheck.cases.RunSettings;
import io.keycheck.lab.Lab;
import io.keycheck.lab.cluster.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The clusters that the live tests keep between them, looked at from outside. */
final class KeptCluster {
  private KeptCluster() {}

  /** Takes a kept one, or has one kept, as the usual run does; to be closed. */
  static Lab lab() {
    return lab("vault");
  }

  /** The same, as a run of another suite does. */
  static Lab lab(String suite) {
    Map<String, String> asked = Map.of("keep", "true", "suite", suite);
    RunSettings settings =
        RunSettings.read(name -> Optional.ofNullable(asked.get(name)), name -> "");
    return Lab.start(settings.lab(), message -> {});
  }

  /** The container of the newest one's node. */
  static String node() {
    List<String> nodes = nodes();
    if (nodes.isEmpty()) {
      throw new AssertionError("expected: a kept cluster; seen: none");
    }
    return nodes.get(0);
  }

  /** The containers of the newest of each, by their image's short name. */
  static Map<String, String> containers() {
    Map<String, String> newest = new TreeMap<>();
    lines()
        .map(line -> line.split(" ", -1))
        .forEach(words -> newest.putIfAbsent(words[1].replaceAll("^.*/|:.*$", ""), words[0]));
    return newest;
  }

  /** The containers of all, by their image's short name and their id. */
  static Map<String, String> allContainers() {
    Map<String, String> containers = new TreeMap<>();
    lines()
        .forEach(
            line -> {
              String[] words = line.split(" ", -1);
              containers.put(words[1].replaceAll("^.*/|:.*$", "") + " " + words[0], words[0]);
            });
    return containers;
  }

  /** The nodes of all but one. */
  static List<String> nodesBeside(String one) {
    return nodes().stream().filter(node -> !node.equals(one)).toList();
  }

  private static List<String> nodes() {
    return lines()
        .filter(line -> line.contains("/node:") || line.contains("/k3s:"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static Stream<String> lines() {
    return Keycheck.machine(
            "docker",
            "ps",
            "--format",
            "{{.ID}} {{.Image}} {{.Label \"io.keycheck.slot\"}}",
            "--filter",
            "label=io.keycheck.slot")
        .lines()
        // Others may share the engine; the label is the place's path.
        .filter(line -> line.contains(" " + Images.cacheFolder().toAbsolutePath().normalize()));
  }

  /**
   * What runs left behind: pods, and namespaces that nobody has asked to go. Others go by
   * themselves; a run does not wait for it.
   */
  static List<String> leftByRuns() {
    return nodes().stream().flatMap(KeptCluster::leftByRuns).toList();
  }

  private static Stream<String> leftByRuns(String node) {
    Map<String, String> namespaces = new TreeMap<>();
    pairs(node, "namespaces", "-l", "keycheck.io/run", "-o", columns("name", "deletionTimestamp"))
        .forEach(pair -> namespaces.put(pair[0], pair[1]));
    Stream<String> pods =
        pairs(node, "pods", "--all-namespaces", "-o", columns("namespace", "name"))
            .filter(pair -> namespaces.containsKey(pair[0]))
            .map(pair -> "pod " + pair[0] + "/" + pair[1]);
    return Stream.concat(
        pods,
        namespaces.keySet().stream()
            .filter(name -> namespaces.get(name).equals("<none>"))
            .map(name -> "namespace " + name));
  }

  /** The namespaces that runs made and that are still there, also those that are going. */
  static List<String> namespacesOfRuns() {
    return nodes().stream()
        .flatMap(
            node ->
                pairs(node, "namespaces", "-l", "keycheck.io/run", "-o", columns("name", "name")))
        .map(pair -> pair[0])
        .toList();
  }

  private static String columns(String one, String other) {
    return "custom-columns=A:.metadata." + one + ",B:.metadata." + other;
  }

  private static Stream<String[]> pairs(String node, String... asked) {
    List<String> command = new ArrayList<>(List.of("docker", "exec", node, "kubectl", "get"));
    command.addAll(List.of(asked));
    command.add("--no-headers");
    return Keycheck.machine(command.toArray(String[]::new))
        .lines()
        .map(line -> line.strip().split(" +"))
        // What is said where there is none is a sentence.
        .filter(words -> words.length == 2);
  }
}
