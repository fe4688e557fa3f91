package io.keycheck.reports;

import java.util.Locale;

/** How much a case weighs in the verdict of a profile. */
public enum Level {
  /** Must hold everywhere: without it there is no conformance. */
  CORE,
  /** Holds in a complete environment: without it conformance is partial. */
  EXTENDED;

  /** Returns the word used in files, such as {@code core}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
