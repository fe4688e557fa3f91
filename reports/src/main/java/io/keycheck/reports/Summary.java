package io.keycheck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what came out of a run on one screen: {@value #MAX_LINES} lines of {@value #MAX_COLUMNS}
 * columns at most, whatever the report holds.
 *
 * <p>The verdict comes first. What did not pass is listed with its reason, failures first, as far
 * as there is room.
 */
public final class Summary {
  /** Greatest number of lines. */
  public static final int MAX_LINES = 24;

  /** Greatest width of a line in columns of a terminal. */
  public static final int MAX_COLUMNS = 100;

  private static final int TITLE_LINES = 3;
  private static final String INDENT = "    ";

  private final RunReport report;
  private final boolean colour;
  private final List<String> lines = new ArrayList<>();

  private Summary(RunReport report, boolean colour) {
    this.report = report;
    this.colour = colour;
  }

  /**
   * Returns the summary, each line ended by a newline.
   *
   * @param colour whether to colour it with ANSI escapes; no other escape reaches a terminal
   */
  public static String of(RunReport report, boolean colour) {
    return new Summary(report, colour).text();
  }

  private String text() {
    title();
    add(run());
    add("");
    counts();
    Recognition.of(report).ifPresent(recognition -> add(recognition.sentence()));
    reasons();
    return String.join("\n", lines) + "\n";
  }

  private void title() {
    String code =
        switch (report.verdict()) {
          case CONFORMANT, PASSED -> "1;32";
          case PARTIAL, INCONCLUSIVE, NONE -> "1;33";
          case NOT_CONFORMANT, FAILED -> "1;31";
        };
    Fitted.lines(report.title(), MAX_COLUMNS, TITLE_LINES)
        .forEach(line -> lines.add(coloured(code, line)));
  }

  private String run() {
    String kubernetes =
        report.fingerprint().components().stream()
            .filter(component -> component.role().equals("kubernetes"))
            .findFirst()
            .map(component -> ", Kubernetes " + component.version())
            .orElse("");
    String what = report.selection() ? "selected cases of suite " : "suite ";
    String harm = report.fault().map(fault -> " with the fault " + fault).orElse("");
    return what
        + report.suite()
        + harm
        + ", cluster "
        + report.fingerprint().cluster()
        + kubernetes
        + ", took "
        + Spoken.time(report.duration());
  }

  private void counts() {
    lines.add(
        "          passed  failed"
            + (waived() ? "  waived" : "")
            + "  skipped  inconclusive"
            + (report.selection() ? "  not chosen" : "")
            + "  total");
    lines.add(row("core", report.counts(Level.CORE), leftOut(Level.CORE)));
    lines.add(row("extended", report.counts(Level.EXTENDED), leftOut(Level.EXTENDED)));
    lines.add(row("all", report.counts(), leftOut(Level.CORE) + leftOut(Level.EXTENDED)));
  }

  /** The report counts what was not chosen as skipped; people read that as a shortcoming. */
  private int leftOut(Level level) {
    return (int)
        report.results().stream()
            .filter(result -> result.info().level() == level && result.leftOut())
            .count();
  }

  private String row(String name, Counts counts, int leftOut) {
    return String.format(
        Locale.ROOT,
        "%-8s  %6d  %6d%s  %7d  %12d%s  %5d",
        name,
        counts.passed(),
        counts.failed(),
        waived() ? String.format(Locale.ROOT, "  %6d", counts.waived()) : "",
        counts.skipped() - leftOut,
        counts.inconclusive(),
        report.selection() ? String.format(Locale.ROOT, "  %10d", leftOut) : "",
        counts.total());
  }

  private boolean waived() {
    return report.counts().waived() > 0;
  }

  private void reasons() {
    List<CaseResult> open = report.notPassed();
    if (open.isEmpty()) {
      return;
    }
    add("");
    int room = MAX_LINES - lines.size();
    boolean withSentences = open.size() * 2 <= room;
    int shown = withSentences || open.size() <= room ? open.size() : room - 1;
    for (CaseResult result : open.subList(0, shown)) {
      result(result, withSentences);
    }
    if (shown < open.size()) {
      add("... and %d more in run-report.json".formatted(open.size() - shown));
    }
  }

  private void result(CaseResult result, boolean withSentence) {
    Reason reason = result.reason().orElseThrow();
    String outcome = result.outcome().word();
    String rest = result.info().key() + ": ";
    if (withSentence) {
      rest += reason.code();
      rest += result.duration().isZero() ? "" : ", after " + Spoken.time(result.duration());
    } else {
      rest += reason.sentence();
    }
    String code = result.outcome() == Outcome.FAILED ? "31" : "33";
    lines.add(
        coloured(code, outcome) + " " + Fitted.line(rest, MAX_COLUMNS - outcome.length() - 1));
    if (withSentence) {
      lines.add(INDENT + Fitted.line(reason.sentence(), MAX_COLUMNS - INDENT.length()));
    }
  }

  private void add(String line) {
    lines.add(Fitted.line(line, MAX_COLUMNS));
  }

  private String coloured(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
