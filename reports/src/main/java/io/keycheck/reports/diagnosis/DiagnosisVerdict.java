package io.keycheck.reports.diagnosis;

import java.util.Locale;

/** What a diagnosis says of one environment. */
public enum DiagnosisVerdict {
  /** Nothing found, or only what is worth knowing. */
  HEALTHY,
  /** Works now, and will hurt. */
  WARNING,
  /** Cannot get its secrets, or silently gets the wrong ones. */
  ERROR,
  /**
   * Nothing could be read, or the environment is not up and a check that could not be made may be
   * why.
   */
  UNKNOWN,
  /** Uses no secrets store. */
  NOT_USED;

  /** Returns the word used in files, such as {@code not-used}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
