package io.keycheck.reports.diagnosis;

import java.util.regex.Pattern;

/** Writes words so that a shell takes them as they are. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:=@-]+");

  private Shell() {}

  /** Returns the word, in single quotes unless nothing in it means anything to a shell. */
  public static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
