package io.keycheck.reports;

import java.util.Collection;

/** Counts results by outcome; the five add up to {@link #total()}. */
public record Counts(int passed, int failed, int waived, int skipped, int inconclusive) {
  /** Returns the counts over these results. */
  public static Counts of(Collection<CaseResult> results) {
    return new Counts(
        count(results, Outcome.PASSED),
        count(results, Outcome.FAILED),
        count(results, Outcome.WAIVED),
        count(results, Outcome.SKIPPED),
        count(results, Outcome.INCONCLUSIVE));
  }

  /** Returns how many cases ended so. */
  public int of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> passed;
      case FAILED -> failed;
      case WAIVED -> waived;
      case SKIPPED -> skipped;
      case INCONCLUSIVE -> inconclusive;
    };
  }

  /** Returns how many cases there are. */
  public int total() {
    return passed + failed + waived + skipped + inconclusive;
  }

  /** Returns how many cases were executed, that is, not skipped. */
  public int executed() {
    return total() - skipped;
  }

  private static int count(Collection<CaseResult> results, Outcome outcome) {
    return (int) results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
