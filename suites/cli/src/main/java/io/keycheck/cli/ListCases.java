package io.keycheck.cli;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.reports.CaseInfo;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what there is to run. */
@Command(
    name = "list",
    description = "List what there is to run.",
    subcommands = ListCases.Cases.class,
    mixinStandardHelpOptions = true)
final class ListCases implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Lists the cases of a suite: id, level, promise. */
  @Command(
      name = "cases",
      mixinStandardHelpOptions = true,
      description = "List the cases of a suite: id, store, level and promise.",
      footer = {"", "Example:", "  keycheck list cases --suite vault"})
  static final class Cases implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--suite",
        paramLabel = "SUITE",
        defaultValue = "vault",
        description = "The suite (default: ${DEFAULT-VALUE}).")
    private String suite;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      for (CaseInfo info : CaseCatalogue.of(Suite.parse(suite)).cases()) {
        out.println(
            String.format(
                Locale.ROOT,
                "%-52s %-6s %-9s %s",
                info.id(),
                info.store(),
                info.level().word(),
                info.promise()));
      }
      out.flush();
      return 0;
    }
  }
}
