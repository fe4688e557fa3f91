package io.keycheck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report means, in sentences that every page and summary has alike. */
public final class Meaning {
  private Meaning() {}

  /** Returns what the report is: a certificate, a report on conformance, or that of a run. */
  public static String kind(RunReport report) {
    if (report.isCertificate()) {
      return "certificate";
    }
    if (Recognition.isJudgedBy(report)) {
      return "run report on keycheck diagnose, not on the cluster";
    }
    return report.certifies() && report.subject().isPresent() ? "conformance report" : "run report";
  }

  /**
   * Returns the verdict in words that nobody takes for more than it is: a pass says of how many
   * cases, and that it certifies nothing.
   */
  public static String headline(RunReport report) {
    if (report.verdict() != Verdict.PASSED || report.isAttached()) {
      return report.headline();
    }
    return "passed: %d of %d %s, certifies nothing"
        .formatted(report.counts().passed(), report.counts().total(), things(report));
  }

  /** Returns the report's title with {@link #headline} in the verdict's place. */
  public static String title(RunReport report) {
    String rest = report.title().substring(report.headline().length());
    boolean joined =
        report.verdict() != Verdict.PASSED
            || report.isAttached()
            || rest.isEmpty()
            || rest.startsWith(",");
    return headline(report) + (joined ? "" : ",") + rest;
  }

  /** Returns what the cases of the run are called: they are faults where diagnose is judged. */
  private static String things(RunReport report) {
    return Recognition.isJudgedBy(report) ? "faults" : "cases";
  }

  /** Returns why it is no certificate; nothing where it is one. */
  public static Optional<String> whyNoCertificate(RunReport report) {
    if (report.isCertificate()) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    if (report.isAttached()) {
      reasons.add(
          "an environment that exists was judged by reading it, which shows nothing of how the"
              + " cluster hands out secrets to others");
    } else if (!RunReport.PROFILES.contains(report.suite())) {
      reasons.add(
          Recognition.isJudgedBy(report)
              ? "injected faults judge keycheck diagnose, and no cluster"
              : "the suite " + report.suite() + " is no profile");
    }
    if (report.selection()) {
      reasons.add("only some cases were asked for");
    }
    report
        .fault()
        .ifPresent(fault -> reasons.add("the fault " + fault + " was injected on purpose"));
    if (report.certifies() && report.verdict() != Verdict.CONFORMANT) {
      reasons.add("it ended " + report.verdict().words());
    }
    if (report.subject().isEmpty()) {
      reasons.add("it names nobody who vouches for it");
    }
    return Optional.of("This is no certificate: " + String.join(", and ", reasons) + ".");
  }

  /** Returns the verdict in a sentence with its numbers. */
  public static String sentence(RunReport report) {
    Counts all = report.counts();
    int asked = all.total() - report.leftOut();
    List<String> others = new ArrayList<>();
    add(others, all.failed(), "failed");
    add(others, all.waived(), "failed but waived");
    add(others, all.inconclusive(), "could not be decided");
    add(others, all.skipped() - report.leftOut(), "did not run");
    boolean faults = Recognition.isJudgedBy(report);
    String what =
        report.selection()
            ? "chosen " + things(report)
            : faults ? "injected faults" : "cases of the " + suite(report);
    String passed = faults ? "were named by keycheck diagnose and mended" : "passed";
    return others.isEmpty()
        ? "All %d %s %s.".formatted(asked, what, passed)
        : "Of %d %s, %d %s, %s."
            .formatted(asked, what, all.passed(), passed, String.join(", ", others));
  }

  /** Returns what was run: {@code profile vault}, {@code suite all}, {@code failure suite}. */
  public static String suite(RunReport report) {
    if (Recognition.isJudgedBy(report)) {
      return report.suite() + " suite";
    }
    boolean profile = RunReport.PROFILES.contains(report.suite()) || report.isAttached();
    return (profile ? "profile " : "suite ") + report.suite();
  }

  /** Returns what is to be known of an earlier run in the report; nothing where there was none. */
  public static Optional<String> again(RunReport report) {
    return report
        .rerun()
        .map(
            rerun ->
                "%s run again after %s of %s; all others are as that run saw them."
                    .formatted(
                        rerun.cases().size() == 1
                            ? "1 case was"
                            : rerun.cases().size() + " cases were",
                        "run " + rerun.runId(),
                        Spoken.moment(rerun.started())));
  }

  private static void add(List<String> others, int number, String what) {
    if (number > 0) {
      others.add(number + " " + what);
    }
  }
}
