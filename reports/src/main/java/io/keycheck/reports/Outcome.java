package io.keycheck.reports;

import java.util.Locale;

/** How one case ended. */
public enum Outcome {
  /** The promise held. */
  PASSED,
  /** The promise was broken by the subject under test. */
  FAILED,
  /** The promise was broken, and a {@link Waiver} that had not expired excuses that. */
  WAIVED,
  /** The case did not run, for a reason with a code. */
  SKIPPED,
  /** Nothing can be said: the cluster, the store or the kit broke, not the subject. */
  INCONCLUSIVE;

  /** Returns the word used in files, such as {@code passed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
