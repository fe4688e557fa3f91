package io.keycheck.reports.publish;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Visible;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what did not pass as the workflow commands of GitHub Actions, which show it beside a job.
 *
 * <p>Source: GitHub's documentation, "Workflow commands": {@code ::error title=…::message}.
 */
public final class Annotations {
  private Annotations() {}

  /** Returns a line for each case that did not pass, and one for the verdict. */
  public static List<String> of(RunReport report) {
    Stream<String> cases =
        report.results().stream()
            .filter(result -> result.outcome() != Outcome.PASSED && !result.leftOut())
            .map(Annotations::of);
    String verdict = line(level(report), "keycheck " + report.suite(), report.title());
    return Stream.concat(cases, Stream.of(verdict)).toList();
  }

  private static String level(RunReport report) {
    return switch (report.verdict()) {
      case CONFORMANT, PASSED -> "notice";
      case PARTIAL, NONE, INCONCLUSIVE -> "warning";
      case NOT_CONFORMANT, FAILED -> "error";
    };
  }

  private static String of(CaseResult result) {
    String command =
        switch (result.outcome()) {
          case FAILED -> "error";
          case INCONCLUSIVE, WAIVED -> "warning";
          case SKIPPED, PASSED -> "notice";
        };
    Reason reason = result.reason().orElseThrow();
    return line(
        command,
        result.info().key() + " " + result.outcome().word(),
        reason.code() + ": " + reason.sentence());
  }

  /** Foreign text must start no command of its own: it is on one line, and percent is escaped. */
  private static String line(String command, String title, String message) {
    return "::%s title=%s::%s"
        .formatted(
            command, escaped(title).replace(":", "%3A").replace(",", "%2C"), escaped(message));
  }

  private static String escaped(String text) {
    return Visible.inline(text).replace("%", "%25");
  }
}
