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
    return report.certifies() && report.subject().isPresent() ? "conformance report" : "run report";
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
      reasons.add("the suite " + report.suite() + " is no profile");
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
    int asked = all.total() - leftOut(report);
    List<String> others = new ArrayList<>();
    add(others, all.failed(), "failed");
    add(others, all.waived(), "failed but waived");
    add(others, all.inconclusive(), "could not be decided");
    add(others, all.skipped() - leftOut(report), "did not run");
    String what = report.selection() ? "chosen cases" : "cases of the " + suite(report);
    return others.isEmpty()
        ? "All %d %s passed.".formatted(asked, what)
        : "Of %d %s, %d passed, %s."
            .formatted(asked, what, all.passed(), String.join(", ", others));
  }

  /** Returns what was run, such as {@code profile vault} or {@code suite all}. */
  public static String suite(RunReport report) {
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

  private static int leftOut(RunReport report) {
    return (int) report.results().stream().filter(CaseResult::leftOut).count();
  }

  private static void add(List<String> others, int number, String what) {
    if (number > 0) {
      others.add(number + " " + what);
    }
  }
}
