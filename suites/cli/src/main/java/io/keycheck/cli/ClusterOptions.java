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

  /** Prepares to read the cluster. */
  Live open(boolean logs) {
    Access access =
        new Access(
            kubeconfig.map(List::of).orElse(List.of()),
            context,
            "keycheck/" + KitVersion.current(),
            logs);
    try {
      return Live.open(access, System.getenv());
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    }
  }
}
