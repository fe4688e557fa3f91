package io.keycheck.reports.diagnosis;

import java.util.regex.Pattern;

/** Writes words for command lines that are ready to paste. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:=@-]+");

  private Shell() {}

  /** Returns the word as a POSIX shell reads it back: in single quotes, unless it needs none. */
  public static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
