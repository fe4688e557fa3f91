package io.keycheck.cli;

import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.cluster.KeptContainers;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes the clusters that earlier runs kept. */
@Command(name = "clean", mixinStandardHelpOptions = true)
final class Clean implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PLACE",
      arity = "0..*",
      description = "Only the clusters in these places; the output shows their numbers.")
  private List<Integer> places = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Integer> known = KeptContainers.places();
    for (int place : places) {
      if (!known.contains(place)) {
        throw new SetUpFailed(
            "There is no place " + place + ": they are 0 to " + (known.size() - 1) + ".");
      }
    }
    List<String> removed = KeptContainers.removeFree(places.isEmpty() ? known : places);
    removed.forEach(out::println);
    out.println(removed.isEmpty() ? "nothing to remove" : "removed " + removed.size());
    out.flush();
    return 0;
  }
}
