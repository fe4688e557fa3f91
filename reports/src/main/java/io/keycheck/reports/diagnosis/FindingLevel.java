package io.keycheck.reports.diagnosis;

import java.util.Locale;

/** How much a finding matters; the order is that of weight, the heaviest first. */
public enum FindingLevel {
  /** The environment cannot get its secrets, or silently gets the wrong ones. */
  ERROR,
  /** Works now, and will hurt. */
  WARNING,
  /** Worth knowing, never counted as a fault. */
  INFO;

  /** Returns the word used in files and on the command line, such as {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
