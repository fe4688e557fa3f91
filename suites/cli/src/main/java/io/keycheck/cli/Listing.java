package io.keycheck.cli;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Checks;
import io.keycheck.reports.CaseInfo;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what there is to run, and what there is to find. */
@Command(
    name = "list",
    subcommands = {Listing.OfCases.class, Listing.OfChecks.class},
    mixinStandardHelpOptions = true)
final class Listing implements Runnable {
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
  static final class OfCases implements Callable<Integer> {
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

  /** Lists the checks of diagnose: id, level, the link of the chain. */
  @Command(
      name = "checks",
      mixinStandardHelpOptions = true,
      description = "List the checks of diagnose: id, level, link of the chain, and what it means.",
      footer = {
        "",
        "Examples:",
        "  keycheck list checks",
        "  keycheck diagnose --explain class-not-annotated"
      })
  static final class OfChecks implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      for (Check check : Checks.all()) {
        out.println(
            String.format(
                Locale.ROOT,
                "%-26s %-8s %-9s %s",
                check.id(),
                check.level().word(),
                check.part().title(),
                firstSentence(check.explanation().means())));
      }
      out.flush();
      return 0;
    }

    private static String firstSentence(String text) {
      int end = text.indexOf(". ");
      return end < 0 ? text : text.substring(0, end + 1);
    }
  }
}
