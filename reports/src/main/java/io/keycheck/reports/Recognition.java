package io.keycheck.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how well {@code keycheck diagnose} recognised the faults that a run injected.
 *
 * @param faults how many faults were judged
 * @param expected how many names of checks they had to yield
 * @param named how many they yielded
 * @param right how many of those were expected
 * @param unjudged how many faults could not be judged; they are in no other number
 */
public record Recognition(int faults, int expected, int named, int right, int unjudged) {
  /** The suite whose cases are faults; it judges diagnose, and no cluster. */
  private static final String FAILURE = "failure";

  /** Returns whether a run judges {@code keycheck diagnose}, fault by fault, and no cluster. */
  public static boolean isJudgedBy(RunReport report) {
    return report.suite().equals(FAILURE);
  }

  /** Returns whether a case says whether a fault was named; the cluster may have broken before. */
  public static boolean isJudged(CaseResult result) {
    return !result.seen().expected().isEmpty() && isDecided(result);
  }

  /** Returns it for the faults of a run; none where it injected none. */
  public static Optional<Recognition> of(RunReport report) {
    int expected = 0;
    int named = 0;
    int right = 0;
    List<CaseResult> faults = report.results().stream().filter(result -> isJudged(result)).toList();
    for (CaseResult fault : faults) {
      Observations seen = fault.seen();
      expected += seen.expected().size();
      named += seen.checks().size();
      right += (int) seen.checks().stream().filter(seen.expected()::contains).count();
    }
    int unjudged =
        (int)
            report.results().stream()
                .filter(result -> !isDecided(result) && !result.leftOut())
                .filter(result -> isJudgedBy(report) || !result.seen().expected().isEmpty())
                .count();
    return faults.isEmpty() && unjudged == 0
        ? Optional.empty()
        : Optional.of(new Recognition(faults.size(), expected, named, right, unjudged));
  }

  private static boolean isDecided(CaseResult result) {
    return result.outcome() != Outcome.INCONCLUSIVE && result.outcome() != Outcome.SKIPPED;
  }

  /** Returns it as a sentence: recall, then precision, then what neither counts. */
  public String sentence() {
    if (faults == 0) {
      return "none of %d faults could be judged".formatted(unjudged);
    }
    return "%d faults: recall %s (%d of %d checks named), precision %s (%d of %d names right)%s"
        .formatted(
            faults,
            share(right, expected),
            right,
            expected,
            share(right, named),
            right,
            named,
            unjudged == 0 ? "" : "; %d more could not be judged, not counted".formatted(unjudged));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
