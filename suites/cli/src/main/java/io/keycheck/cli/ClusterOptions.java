package io.keycheck.cli;

import io.keycheck.diagnose.collect.Access;
import io.keycheck.diagnose.collect.ClusterUnreadable;
import io.keycheck.diagnose.collect.Live;
import io.keycheck.lab.KitVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cluster is read, as kubectl's options of the same names say it. */
final class ClusterOptions {
  @Option(
      names = "--context",
      paramLabel = "CTX",
      description = "The kubeconfig context (default: the current one).")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The kubeconfig (default: KUBECONFIG, else ~/.kube/config).")
  private Optional<Path> kubeconfig = Optional.empty();

  /** Returns whether any was given. */
  boolean given() {
    return context.isPresent() || kubeconfig.isPresent();
  }

  /** Returns whether a context was given. */
  boolean givesContext() {
    return context.isPresent();
  }

  /** Prepares to read the cluster. */
  Live open(boolean logs) {
    try {
      return Live.open(access(context, logs), System.getenv());
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  /**
   * Prepares to read the cluster of another context of the same kubeconfigs.
   *
   * @throws ClusterUnreadable if what the kubeconfig says of it cannot be used
   */
  Live open(String other, boolean logs) {
    return Live.open(access(Optional.of(other), logs), System.getenv());
  }

  /** Returns the names of all contexts; nothing is asked. */
  List<String> contexts() {
    try {
      return Live.contexts(access(Optional.empty(), false), System.getenv());
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  private Access access(Optional<String> chosen, boolean logs) {
    return new Access(
        kubeconfig.map(List::of).orElse(List.of()),
        chosen,
        "keycheck/" + KitVersion.current(),
        logs);
  }
}
