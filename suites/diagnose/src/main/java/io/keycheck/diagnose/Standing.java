package io.keycheck.diagnose;

import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import java.util.List;
import java.util.Optional;

/** Whether an environment's app runs. */
enum Standing {
  /** A pod is ready. */
  UP,
  /** It should run, and no pod is ready. */
  DOWN,
  /** Nobody wants it to run. */
  STOPPED,
  /** A reader that could read the namespace was not shown the pods. */
  HIDDEN,
  /** Nothing of a running cluster was read: there are manifests alone. */
  NOT_APPLIED;

  static Standing of(View view) {
    Read<List<Pod>> pods = view.livePods();
    if (view.isStopped()) {
      return STOPPED;
    }
    if (pods.isKnown()) {
      return pods.orUnknown().stream().anyMatch(Pod::ready) ? UP : DOWN;
    }
    if (view.workloads().stream().anyMatch(workload -> workload.readyReplicas() > 0)) {
      return UP;
    }
    boolean anyRead =
        Kind.all().stream()
            .filter(Kind::namespaced)
            .anyMatch(kind -> view.snapshot().in(view.namespace(), kind).isKnown());
    // Only a cluster writes conditions: then the workload is applied, and has no pod that is ready.
    boolean applied =
        view.workloads().stream().anyMatch(workload -> !workload.conditions().isEmpty());
    return anyRead || applied ? HIDDEN : NOT_APPLIED;
  }

  /**
   * Returns what it would take to tell why the app does not run, where it does not and all could be
   * read: a kubelet says why after a while.
   */
  static Optional<String> unexplained(View view) {
    if (of(view) != DOWN) {
      return Optional.empty();
    }
    return Optional.of(
        view.livePods().orUnknown().stream()
            .findFirst()
            .map(
                pod ->
                    "an event that says why pod %s is not up; so far there is none"
                        .formatted(pod.meta().name()))
            .orElse("a pod of the environment; there is none, and no event says why"));
  }

  /** Returns whether the app does not run, or may not. */
  boolean isDown() {
    return this == DOWN || this == HIDDEN;
  }
}
