package io.keycheck.reports.diagnosis;

import io.keycheck.reports.Visible;
import io.keycheck.reports.WellFormed;
import java.util.regex.Pattern;

/** Puts foreign names into commands that people paste into a POSIX shell. */
public final class Shell {
  // zsh takes a word that starts with "=" for the path of a command.
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._/:-][A-Za-z0-9._/:=-]*");

  /** Looks like a hyphen, and makes no option. */
  private static final char HYPHEN = '\u2010';

  private Shell() {}

  /**
   * Returns the name as one word that a shell takes as it is, in single quotes where it needs them.
   *
   * <p>What no object can be called is shown instead of obeyed: a control character, a line end or
   * a bidirectional override becomes a picture of itself, and a hyphen in front, which would make
   * an option of the name, becomes U+2010. A command with such a name fails, and does no harm.
   */
  public static String quote(String name) {
    String shown = Visible.line(WellFormed.of(name));
    if (shown.startsWith("-")) {
      shown = HYPHEN + shown.substring(1);
    }
    return HARMLESS.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
  }
}
