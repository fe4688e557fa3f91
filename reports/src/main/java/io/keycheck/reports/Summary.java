package io.keycheck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what came out of a run on one screen: {@value #MAX_LINES} lines of {@value #MAX_COLUMNS}
 * columns at most, whatever the report holds.
 *
 * <p>The verdict comes first. What did not pass is listed with its reason, failures first, as far
 * as there is room; a reason goes on over as many lines as are left.
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
  private final int room;
  private final List<String> lines = new ArrayList<>();

  private Summary(RunReport report, boolean colour, int room) {
    this.report = report;
    this.colour = colour;
    this.room = room;
  }

  /**
   * Returns the summary, each line ended by a newline.
   *
   * @param colour whether to colour it with ANSI escapes; no other escape reaches a terminal
   */
  public static String of(RunReport report, boolean colour) {
    return new Summary(report, colour, MAX_LINES).text();
  }

  /**
   * Returns it with every case that did not pass and every reason in full, however many lines that
   * takes.
   *
   * @param colour as for {@link #of}
   */
  public static String whole(RunReport report, boolean colour) {
    return new Summary(report, colour, Integer.MAX_VALUE).text();
  }

  private String text() {
    title();
    add(run());
    add("");
    counts();
    Recognition.of(report)
        .ifPresent(found -> lines.addAll(Fitted.lines(found.sentence(), MAX_COLUMNS, 2)));
    reasons();
    return String.join("\n", lines) + "\n";
  }

  private void title() {
    String code =
        switch (report.verdict()) {
          case CONFORMANT -> "1;32";
          case PASSED -> "1;36";
          case PARTIAL, INCONCLUSIVE, NONE -> "1;33";
          case NOT_CONFORMANT, FAILED -> "1;31";
        };
    Fitted.lines(Meaning.title(report), MAX_COLUMNS, room == MAX_LINES ? TITLE_LINES : room)
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
    lines.add(row("core", report.counts(Level.CORE), report.leftOut(Level.CORE)));
    lines.add(row("extended", report.counts(Level.EXTENDED), report.leftOut(Level.EXTENDED)));
    lines.add(row("all", report.counts(), report.leftOut()));
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
    int left = room - lines.size();
    if (open.size() > left / 2) {
      int shown = open.size() <= left ? open.size() : left - 1;
      open.subList(0, shown).forEach(this::line);
      if (shown < open.size()) {
        add("... and %d more in run-report.json".formatted(open.size() - shown));
      }
      return;
    }
    for (int i = 0; i < open.size(); i++) {
      int others = 2 * (open.size() - i - 1);
      paragraph(open.get(i), room - lines.size() - others - 1);
    }
  }

  private void line(CaseResult result) {
    head(result, result.reason().orElseThrow().sentence());
  }

  private void paragraph(CaseResult result, int most) {
    Reason reason = result.reason().orElseThrow();
    head(
        result,
        reason.code()
            + (result.duration().isZero() ? "" : ", after " + Spoken.time(result.duration())));
    Fitted.lines(reason.sentence(), MAX_COLUMNS - INDENT.length(), most)
        .forEach(line -> lines.add(INDENT + line));
  }

  private void head(CaseResult result, String what) {
    String outcome = result.outcome().word();
    String code = result.outcome() == Outcome.FAILED ? "31" : "33";
    lines.add(
        coloured(code, outcome)
            + " "
            + Fitted.line(result.info().key() + ": " + what, MAX_COLUMNS - outcome.length() - 1));
  }

  private void add(String line) {
    lines.add(Fitted.line(line, MAX_COLUMNS));
  }

  private String coloured(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
