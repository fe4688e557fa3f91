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
 */
public record Recognition(int faults, int expected, int named, int right) {

  /** Returns it for the faults of a run that passed or failed; none where it injected none. */
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
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(new Recognition(faults.size(), expected, named, right));
  }

  private static boolean isJudged(CaseResult result) {
    return !result.seen().expected().isEmpty()
        && result.outcome() != Outcome.INCONCLUSIVE
        && result.outcome() != Outcome.SKIPPED;
  }

  /** Returns it as a sentence: recall, then precision. */
  public String sentence() {
    return "%d faults: recall %s (%d of %d checks named), precision %s (%d of %d names right)"
        .formatted(
            faults, share(right, expected), right, expected, share(right, named), right, named);
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
