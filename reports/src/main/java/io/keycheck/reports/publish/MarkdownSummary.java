package io.keycheck.reports.publish;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Counts;
import io.keycheck.reports.Level;
import io.keycheck.reports.Meaning;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Spoken;
import io.keycheck.reports.Visible;
import java.util.List;
import java.util.Locale;

/** Writes a report in Markdown, as GitHub and GitLab show it beside a job. */
public final class MarkdownSummary {
  private static final int MAX_OPEN = 100;
  private static final int LONGEST_REASON = 300;

  private final RunReport report;
  private final StringBuilder text = new StringBuilder();

  private MarkdownSummary(RunReport report) {
    this.report = report;
  }

  /** Returns the summary; foreign text in it makes neither markup nor HTML. */
  public static String of(RunReport report) {
    MarkdownSummary summary = new MarkdownSummary(report);
    summary.head();
    summary.counts();
    summary.open();
    return summary.text.toString();
  }

  private void head() {
    text.append("## ")
        .append(icon(report))
        .append(' ')
        .append(escaped(Spoken.capital(Meaning.title(report))))
        .append("\n\n");
    text.append(escaped(Meaning.sentence(report))).append("\n\n");
    report
        .subject()
        .ifPresent(
            subject ->
                line(
                    "%s %s by %s"
                        .formatted(subject.product(), subject.version(), subject.organisation())));
    Meaning.again(report).ifPresent(this::line);
    Meaning.whyNoCertificate(report).ifPresent(this::line);
    line(
        "%s, run %s, %s, cluster %s, took %s, report %s"
            .formatted(
                Spoken.capital(Meaning.suite(report)),
                report.runId(),
                Spoken.moment(report.started()),
                report.fingerprint().cluster(),
                Spoken.time(report.duration()),
                RunReportJson.digest(report)));
  }

  private void line(String sentence) {
    text.append(escaped(sentence)).append("\n\n");
  }

  private void counts() {
    boolean waived = report.counts().waived() > 0;
    text.append("| | passed | failed |")
        .append(waived ? " waived |" : "")
        .append(" skipped | inconclusive |")
        .append(report.selection() ? " not chosen |" : "")
        .append(" total |\n|---|--:|--:|")
        .append(waived ? "--:|" : "")
        .append("--:|--:|--:|")
        .append(report.selection() ? "--:|\n" : "\n");
    row("core", report.counts(Level.CORE), report.leftOut(Level.CORE));
    row("extended", report.counts(Level.EXTENDED), report.leftOut(Level.EXTENDED));
    row("all", report.counts(), report.leftOut());
    Recognition.of(report)
        .ifPresent(
            recognition -> text.append('\n').append(escaped(recognition.sentence())).append(".\n"));
  }

  private void row(String name, Counts counts, int leftOut) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d |%s %d | %d |%s %d |\n",
            name,
            counts.passed(),
            counts.failed(),
            report.counts().waived() > 0 ? " " + counts.waived() + " |" : "",
            counts.skipped() - leftOut,
            counts.inconclusive(),
            report.selection() ? " " + leftOut + " |" : "",
            counts.total()));
  }

  private void open() {
    List<CaseResult> open = report.notPassed();
    if (open.isEmpty()) {
      return;
    }
    text.append("\n| case | store | outcome | why |\n|---|---|---|---|\n");
    for (CaseResult result : open.subList(0, Math.min(MAX_OPEN, open.size()))) {
      String why = Visible.inline(result.reason().orElseThrow().sentence());
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  escaped(result.info().id()),
                  escaped(result.info().store()),
                  result.outcome().word(),
                  escaped(
                      why.length() <= LONGEST_REASON
                          ? why
                          : why.substring(0, LONGEST_REASON - 1) + "…")));
    }
    if (open.size() > MAX_OPEN) {
      text.append("\nand %d more in run-report.json\n".formatted(open.size() - MAX_OPEN));
    }
  }

  private static String icon(RunReport report) {
    return switch (report.verdict()) {
      case CONFORMANT -> "✅";
      case PASSED -> "☑️";
      case PARTIAL -> "⚠️";
      case NOT_CONFORMANT, FAILED -> "❌";
      case NONE, INCONCLUSIVE -> "❔";
    };
  }

  /** Every character that Markdown or HTML could take for markup is written as itself. */
  private static String escaped(String foreign) {
    return Visible.inline(foreign)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@])", "\\\\$1");
  }
}
