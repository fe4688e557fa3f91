package io.keycheck.cli;

import io.keycheck.lab.cluster.KeptContainers;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Removes the clusters that earlier runs kept. */
@Command(name = "clean", mixinStandardHelpOptions = true)
final class Clean implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> removed = KeptContainers.removeAllFree();
    removed.forEach(out::println);
    out.println(removed.isEmpty() ? "nothing to remove" : "removed " + removed.size());
    out.flush();
    return 0;
  }
}
