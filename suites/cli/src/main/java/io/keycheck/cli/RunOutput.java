package io.keycheck.cli;

import io.keycheck.lab.preflight.Preflight;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Summary;
import io.keycheck.reports.compare.DriverMatrix;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.publish.Annotations;
import io.keycheck.reports.publish.JsonLine;
import io.keycheck.reports.publish.MarkdownSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** What a run prints on standard output: for people, for machines, or for GitHub beside people. */
final class RunOutput {
  private enum Form {
    TEXT,
    JSON,
    GITHUB
  }

  private final Form form;
  private final PrintWriter out;
  private final Optional<Path> stepSummary;

  private RunOutput(Form form, PrintWriter out, Optional<Path> stepSummary) {
    this.form = form;
    this.out = out;
    this.stepSummary = stepSummary;
  }

  /** Chooses a form by its name; throws {@link Unusable} where there is none. */
  static RunOutput of(String name, PrintWriter out, Map<String, String> environment) {
    Optional<Path> summary =
        Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
            .filter(path -> !path.isBlank())
            .map(Path::of);
    return switch (name) {
      case "text" -> new RunOutput(Form.TEXT, out, Optional.empty());
      case "json" -> new RunOutput(Form.JSON, out, Optional.empty());
      case "github" -> new RunOutput(Form.GITHUB, out, summary);
      default ->
          throw new Unusable(
              "There is no form '%s': choose text, json or github with --output.".formatted(name));
    };
  }

  /** Says what was found before anything is made; of a cluster of the kit's own that is nothing. */
  void preflight(Preflight found, Console console) {
    if (found.rows().isEmpty()) {
      return;
    }
    console.progress("looked at " + found.where() + ":");
    console.lines(found.toText());
    if (form == Form.JSON) {
      new PlanOutput(out, "json").preflight(found);
    }
  }

  /** Says how a case ended. */
  void ended(CaseResult result, Console console) {
    if (form != Form.JSON) {
      console.result(result);
      return;
    }
    synchronized (this) {
      out.println(JsonLine.of(result));
      out.flush();
    }
  }

  /** Says what came out, before anything is written: that may fail. */
  synchronized void verdict(RunReport report) {
    if (form == Form.JSON) {
      return;
    }
    out.println();
    out.println(Summary.of(report, form == Form.TEXT && Main.colour()));
    if (form == Form.GITHUB) {
      Annotations.of(report).forEach(out::println);
    }
    out.flush();
  }

  /** Says where the report is. */
  synchronized void written(RunReport report, ReportFolder.Written written) {
    if (form == Form.JSON) {
      out.println(JsonLine.of(report, written.folder()));
    } else {
      out.println("The report is in " + written.folder());
      out.println(
          written
              .archive()
              .map(archive -> "and, to be passed on, in " + archive)
              .orElse("No archive was made: nothing can be written beside that folder."));
    }
    out.flush();
    stepSummary.ifPresent(file -> append(file, MarkdownSummary.of(report)));
  }

  /** Says what several runs came to, side by side. */
  synchronized void matrix(DriverMatrix runs) {
    if (form == Form.JSON) {
      out.println(runs.toJson());
    } else {
      out.println();
      out.print(runs.toText());
    }
    out.flush();
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Unusable(
          "The summary cannot be added to GITHUB_STEP_SUMMARY %s.".formatted(file), e);
    }
  }
}
