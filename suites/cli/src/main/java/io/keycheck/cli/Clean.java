package io.keycheck.cli;

import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.cluster.ClusterRemains;
import io.keycheck.lab.cluster.KeptContainers;
import io.keycheck.lab.cluster.RunOnMachine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes kept clusters and what killed runs left, here, or in a cluster and a store of yours. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What runs use that go on is left alone.",
      "",
      "Examples:",
      "  keycheck clean",
      "  keycheck clean --context dev --i-may-write-to dev",
      "  keycheck clean --context dev --i-may-write-to dev --vault-prefix teams/keycheck \\",
      "    --vault-addr https://vault.example.com:8200",
      "  keycheck clean --context dev --i-may-write-to dev --aws-prefix teams/keycheck \\",
      "    --aws-profile dev --aws-region eu-west-1"
    })
final class Clean implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PLACE",
      arity = "0..*",
      description =
          "Only the clusters in these places; the output shows their numbers (default: all, and"
              + " what killed runs left on this machine).")
  private List<Integer> places = List.of();

  @Option(
      names = "--context",
      paramLabel = "CTX",
      description =
          "What killed runs left in the cluster of this kubeconfig context and on this machine; kept"
              + " clusters stay.")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--i-may-write-to",
      paramLabel = "CTX",
      description = "Allow writing to that cluster; must repeat the context.")
  private Optional<String> mayWriteTo = Optional.empty();

  @Mixin private VaultOptions vault = new VaultOptions();

  @Mixin private AwsOptions aws = new AwsOptions();

  @Override
  public Integer call() {
    Console console =
        new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), Main.colour());
    List<String> removed = new ArrayList<>();
    Map<String, String> ofStores = new TreeMap<>();
    vault.putInto(ofStores);
    aws.putInto(ofStores);
    if (context.isPresent() || mayWriteTo.isPresent()) {
      String cluster = writable();
      Settings given = Settings.of(ofStores, System.getenv(), Optional.empty());
      removed.addAll(
          ClusterRemains.removeFrom(
              cluster,
              RunSettings.vault(given::get),
              RunSettings.aws(given::get),
              console::progress));
      removed.addAll(RunOnMachine.removeKilled());
    } else if (!ofStores.isEmpty()) {
      throw new SetUpFailed(
          "Which runs go on is seen in their cluster: to clean a Vault or an AWS, add --context CTX"
              + " --i-may-write-to CTX of the cluster that it serves.");
    } else {
      removed.addAll(here());
    }
    PrintWriter out = spec.commandLine().getOut();
    removed.forEach(out::println);
    out.println(removed.isEmpty() ? "nothing to remove" : "removed " + removed.size());
    out.flush();
    return 0;
  }

  private String writable() {
    if (!places.isEmpty()) {
      throw new SetUpFailed("A place is on this machine: leave out either it or --context.");
    }
    String cluster =
        context.orElseThrow(
            () -> new SetUpFailed("--i-may-write-to goes with --context: add --context CTX."));
    if (!context.equals(mayWriteTo)) {
      throw new SetUpFailed(
          "Keycheck writes to a cluster of yours only when told so: to clean context '"
              + cluster
              + "', add --i-may-write-to "
              + cluster
              + ".");
    }
    return cluster;
  }

  private List<String> here() {
    List<Integer> known = KeptContainers.places();
    for (int place : places) {
      if (!known.contains(place)) {
        throw new SetUpFailed(
            "There is no place " + place + ": they are 0 to " + (known.size() - 1) + ".");
      }
    }
    List<String> removed = new ArrayList<>();
    if (places.isEmpty()) {
      removed.addAll(RunOnMachine.removeKilled());
    }
    removed.addAll(KeptContainers.removeFree(places.isEmpty() ? known : places));
    return removed;
  }
}
