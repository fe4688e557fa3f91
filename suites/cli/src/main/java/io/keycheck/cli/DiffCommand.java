package io.keycheck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Visible;
import io.keycheck.reports.compare.Change;
import io.keycheck.reports.compare.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what got better or worse from one report to another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A case is slower or faster when its time differs by half and by 2 s at least; what",
      "it measured several times, when the medians differ by half and by 0.5 s at least.",
      "Of two suites only the cases that both have are compared.",
      "",
      "Exit codes: 0 nothing got worse; 1 a case or the verdict did, or a case is gone;",
      "2 a report cannot be read.",
      "",
      "Examples:",
      "  keycheck diff keycheck-reports/vault-20260301-120058 keycheck-reports/vault-20260401-120103",
      "  keycheck diff old.tar.gz new.tar.gz --output json"
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The report that came first.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The report to hold against it.")
  private Path after;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private String form;

  @Override
  public Integer call() {
    if (!form.equals("text") && !form.equals("json")) {
      throw new Unusable("There is no form '%s': choose text or json.".formatted(form));
    }
    RunReport old = ReportFile.read(before);
    RunReport now = ReportFile.read(after);
    if (Comparison.common(old, now).isEmpty()) {
      throw new Unusable(
          "The suites %s and %s have no case in common: compare two reports of one suite."
              .formatted(Visible.inline(old.suite()), Visible.inline(now.suite())));
    }
    Comparison comparison = Comparison.of(old, now);
    PrintWriter out = spec.commandLine().getOut();
    if (form.equals("json")) {
      out.println(json(old, now, comparison));
    } else {
      text(out, comparison);
    }
    out.flush();
    return comparison.isWorse() ? 1 : 0;
  }

  private static void text(PrintWriter out, Comparison comparison) {
    comparison.note().ifPresent(out::println);
    for (Change change : comparison.changes()) {
      out.println(
          Visible.line(
              String.format(
                  Locale.ROOT,
                  "%-7s %s: %s -> %s",
                  change.direction().word(),
                  change.what(),
                  change.before().isEmpty() ? "not there" : change.before(),
                  change.after().isEmpty() ? "gone" : change.after())));
    }
    StringBuilder counts = new StringBuilder();
    for (Change.Direction direction : Change.Direction.values()) {
      counts.append(counts.isEmpty() ? "" : ", ");
      counts.append(comparison.of(direction).size()).append(' ').append(direction.word());
    }
    out.println(comparison.changes().isEmpty() ? "Nothing differs." : counts.toString());
  }

  private static String json(RunReport old, RunReport now, Comparison comparison) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("old", old.runId()).put("new", now.runId()).put("worse", comparison.isWorse());
    comparison.note().ifPresent(note -> tree.put("note", note));
    ArrayNode changes = tree.putArray("changes");
    for (Change change : comparison.changes()) {
      changes
          .addObject()
          .put("direction", change.direction().word())
          .put("what", change.what())
          .put("before", change.before())
          .put("after", change.after());
    }
    return tree.toPrettyString();
  }
}
