package io.keycheck.reports;

import java.util.Locale;

/** Where a part of the environment came from. */
public enum Origin {
  /** The image or binary its makers publish. */
  OFFICIAL,
  /** Built by this kit from its makers' source. */
  BUILT,
  /** Written for this kit, in place of a part that was not to be had. */
  STAND_IN,
  /** Found in a cluster that was there before the run. */
  ADOPTED;

  /** Returns the word used in files, such as {@code stand-in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
