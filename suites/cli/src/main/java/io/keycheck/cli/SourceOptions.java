package io.keycheck.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** What certify is told of where the parts of a cluster of the kit's own come from. */
final class SourceOptions {
  @Option(
      names = "--registry",
      paramLabel = "HOST[:PORT][/PATH]",
      description =
          "With --cluster k3s: pull the official images from this registry in place of their own,"
              + " as 'keycheck images list --registry HOST' names them.")
  private String registry;

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description =
          "Install the driver from its Helm chart in this folder, a folder or .tgz called"
              + " secrets-store-csi-driver; its version is that of the chart. Official images come"
              + " with the chart of the driver's module in a checkout.")
  private String charts;

  /** Adds what was given to the options of a run. */
  void putInto(Map<String, String> options) {
    Settings.put(options, "registry", registry);
    Settings.put(options, "charts", charts);
  }
}
