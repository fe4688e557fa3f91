package io.keycheck.cli.live;

import io.keycheck.lab.cluster.Images;
import java.util.List;

/** The cluster that the live tests keep between them, looked at from outside. */
final class KeptCluster {
  private KeptCluster() {}

  /** The node's container. */
  static String node() {
    List<String> nodes =
        Keycheck.machine(
                "docker",
                "ps",
                "--format",
                "{{.ID}} {{.Image}} {{.Label \"io.keycheck.slot\"}}",
                "--filter",
                "label=io.keycheck.slot")
            .lines()
            .filter(line -> line.contains("/node:") || line.contains("/k3s:"))
            // Others may share the engine; the label is the place's path.
            .filter(line -> line.contains(" " + Images.cacheFolder().toAbsolutePath().normalize()))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    if (nodes.isEmpty()) {
      throw new AssertionError("expected: a kept cluster; seen: none");
    }
    return nodes.get(0);
  }

  /** The namespaces that runs made and that are still there. */
  static List<String> namespacesOfRuns() {
    return Keycheck.machine(
            "docker",
            "exec",
            node(),
            "kubectl",
            "get",
            "namespaces",
            "-l",
            "keycheck.io/run",
            "-o",
            "name")
        .lines()
        .filter(line -> line.startsWith("namespace/"))
        .toList();
  }
}
