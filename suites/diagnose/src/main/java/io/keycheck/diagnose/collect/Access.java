package io.keycheck.diagnose.collect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to reach a cluster.
 *
 * @param kubeconfigs the kubeconfigs to look in, in their order; empty where none was named
 * @param context the context; absent for the current one
 * @param kit who asks, with its version, such as {@code keycheck/0.1.0}
 * @param logs whether logs of the driver's pods may be read
 * @param reviews whether the account may be asked for its own rights; without it every request is a
 *     GET
 */
public record Access(
    List<Path> kubeconfigs, Optional<String> context, String kit, boolean logs, boolean reviews) {
  /** Keeps a copy of the list. */
  public Access {
    kubeconfigs = List.copyOf(kubeconfigs);
  }

  /** An access that asks for its own rights as well. */
  public Access(List<Path> kubeconfigs, Optional<String> context, String kit, boolean logs) {
    this(kubeconfigs, context, kit, logs, true);
  }

  /** Returns what every request names as its sender. */
  String userAgent() {
    return kit + " diagnose";
  }
}
