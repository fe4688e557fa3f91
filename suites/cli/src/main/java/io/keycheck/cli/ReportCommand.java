package io.keycheck.cli;

import io.keycheck.reports.AllureResults;
import io.keycheck.reports.JUnitXml;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Summary;
import io.keycheck.reports.certificate.CertificateHtml;
import io.keycheck.reports.publish.Annotations;
import io.keycheck.reports.publish.Badge;
import io.keycheck.reports.publish.MarkdownSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a report in one form or another. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The forms: text, html (the page to publish), markdown (what CI shows beside a job),",
      "annotations (GitHub's workflow commands), badge (SVG), junit (XML).",
      "--allure takes Allure's own command line, which scripts/bootstrap --allure fetches once;",
      "it then works offline, and the page asks no server for anything.",
      "",
      "Exit codes: 0 shown; 2 bad usage, or a report that cannot be read.",
      "",
      "Examples:",
      "  keycheck report keycheck-reports/vault-20260301-120058",
      "  keycheck report vault.tar.gz --form markdown >>\"$GITHUB_STEP_SUMMARY\"",
      "  keycheck report vault.tar.gz --form badge --out badge.svg",
      "  keycheck report vault.tar.gz --allure --out allure-page"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "REPORT",
      description = "A report's folder, its archive, or a run-report.json alone.")
  private Path path;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "text, html, markdown, annotations, badge or junit (default: ${DEFAULT-VALUE}).")
  private String form;

  @Option(
      names = "--allure",
      description = "Make Allure's page, in the folder of --out, which must not be there.")
  private boolean allure;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write (default: standard output).")
  private Path out;

  @Override
  public Integer call() {
    RunReport report = ReportFile.read(path);
    if (allure) {
      return allure(report);
    }
    write(text(report));
    return 0;
  }

  private String text(RunReport report) {
    return switch (form) {
      case "text" -> Summary.whole(report, out == null && Main.colour());
      case "html" -> new String(CertificateHtml.write(report), StandardCharsets.UTF_8);
      case "markdown" -> MarkdownSummary.of(report);
      case "annotations" -> String.join("\n", Annotations.of(report)) + "\n";
      case "badge" -> Badge.of(report);
      case "junit" -> new String(JUnitXml.write(report), StandardCharsets.UTF_8);
      default ->
          throw new Unusable(
              "There is no form '%s': choose text, html, markdown, annotations, badge or junit."
                  .formatted(form));
    };
  }

  private void write(String text) {
    if (out == null) {
      PrintWriter to = spec.commandLine().getOut();
      to.print(text);
      to.flush();
      return;
    }
    try {
      Files.writeString(out, text);
    } catch (IOException e) {
      throw new Unusable("The file %s cannot be written: name another.".formatted(out), e);
    }
  }

  private Integer allure(RunReport report) {
    if (out == null) {
      throw new Unusable("Allure's page is a folder: name one that is not there with --out.");
    }
    if (Files.exists(out)) {
      throw new Unusable("%s is there already: name another folder with --out.".formatted(out));
    }
    AllureTool tool = AllureTool.find(System.getenv());
    try {
      Path results = Files.createTempDirectory("keycheck-allure");
      try {
        AllureResults.write(results, report);
        tool.generate(results, out);
      } finally {
        AllureTool.delete(results);
      }
    } catch (IOException e) {
      throw new Unusable(
          "Allure's page cannot be made in %s: %s.".formatted(out, e.getMessage()), e);
    }
    PrintWriter to = spec.commandLine().getOut();
    to.println(out.resolve("index.html"));
    to.flush();
    return 0;
  }
}
