package io.keycheck.diagnose.mounts;

import java.util.regex.Pattern;

/** Text of foreign origin made fit to quote: one short line, without anything secret in it. */
public final class OneLine {
  /** How much is kept of either end of a long text; a cluster's own texts are far shorter. */
  private static final int END = 4096;

  private static final int QUOTED = 300;

  /** Names and passwords in addresses, tokens of Vault, and signed tokens. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?<=://)[^/@\\s\"]{1,256}@"
              + "|\\bhv[sbr]\\.[A-Za-z0-9_-]{20,400}"
              + "|\\beyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{0,2000}(\\.[A-Za-z0-9_-]{0,2000})?");

  private OneLine() {}

  /**
   * Returns the text with each run of white space and control characters as one space; of a long
   * text, its start and its end.
   */
  public static String whole(String text) {
    String ends =
        text.length() <= 2 * END
            ? text
            : text.substring(0, END) + " ... " + text.substring(text.length() - END);
    StringBuilder line = new StringBuilder(ends.length());
    boolean space = false;
    for (int i = 0; i < ends.length(); i++) {
      char c = ends.charAt(i);
      if (isSpace(c)) {
        space = !line.isEmpty();
        continue;
      }
      if (space) {
        line.append(' ');
        space = false;
      }
      line.append(c);
    }
    return SECRET.matcher(line).replaceAll("");
  }

  /** Returns the text on one line of at most 300 characters: its start, and its end. */
  public static String of(String text) {
    String line = whole(text);
    if (line.length() <= QUOTED) {
      return line;
    }
    int end = QUOTED / 2 - 3;
    return line.substring(0, end) + " ... " + line.substring(line.length() - end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || c == '\u00A0';
  }
}
