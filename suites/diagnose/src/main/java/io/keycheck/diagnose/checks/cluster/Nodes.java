package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.Consequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The nodes that an environment's pods with Secrets Store volumes are bound to. */
final class Nodes {
  private Nodes() {}

  static Map<String, List<Pod>> of(View view, List<Pod> pods) {
    Map<String, List<Pod>> byNode = new TreeMap<>();
    for (Pod pod : pods) {
      if (!pod.node().isEmpty() && !view.meantVolumes(pod).isEmpty()) {
        byNode.computeIfAbsent(pod.node(), node -> new ArrayList<>()).add(pod);
      }
    }
    return byNode;
  }

  static String names(List<Pod> pods) {
    String first = pods.get(0).meta().name();
    return pods.size() == 1 ? first : "%s and %d more".formatted(first, pods.size() - 1);
  }

  /** Returns whether a part came up after the failure, which then is no longer true. */
  static boolean since(Pod part, MountFailure failure) {
    return failure.last().isPresent()
        && part.containers().stream()
            .map(Container::startedAt)
            .flatMap(Optional::stream)
            .anyMatch(started -> started.isAfter(failure.last().get()));
  }

  /** Returns the pods that do not start because of it. */
  static List<Consequence> waiting(View view, List<Pod> pods) {
    return pods.stream()
        .filter(pod -> !view.hasMounted(pod))
        .map(
            pod ->
                new Consequence(
                    view.refOf(pod),
                    "It is %s, and its volume is not mounted.".formatted(pod.phase())))
        .toList();
  }
}
