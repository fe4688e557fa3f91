package io.keycheck.reports;

import java.util.Locale;

/** What a whole run says about its subject; {@link RunReport#verdict()} has the rules. */
public enum Verdict {
  /** Every case of the profile passed, extended ones apart that cannot be shown here. */
  CONFORMANT(0),
  /** No core case failed, but not everything was shown to hold. */
  PARTIAL(1),
  /** A core case failed, or something failed in a run that was inconclusive besides. */
  NOT_CONFORMANT(1),
  /** No core case was executed, so nothing is said. */
  NONE(3),
  /** Nothing failed, and something could not be decided. */
  INCONCLUSIVE(3),
  /** All cases passed of a run that cannot certify: a selection, an injected fault, no profile. */
  PASSED(0),
  /** A case failed of a run that cannot certify. */
  FAILED(1);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Returns the exit code of a process that ends with this verdict: 0, 1 or 3. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns the word used in files, such as {@code not-conformant}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the words used in sentences, such as {@code not conformant}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
