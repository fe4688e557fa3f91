package io.keycheck.reports;

/**
 * Text of foreign origin made harmless to show: what would steer a terminal, hide text or end an
 * XML document becomes a visible character in its place.
 */
public final class Visible {
  private static final char UNKNOWN = '\uFFFD';

  private Visible() {}

  /** Returns the text on one line: each run of white space becomes one space. */
  public static String inline(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), 256));
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        space = !line.isEmpty();
        continue;
      }
      if (space) {
        line.append(' ');
        space = false;
      }
      line.append(isInvisible(c) ? UNKNOWN : picture(c));
    }
    return line.toString();
  }

  /** Returns the text with every character that XML 1.0 does not know replaced; lines stay. */
  public static String xml(String text) {
    StringBuilder known = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char shown = c == '\n' || c == '\t' ? c : picture(c);
      if (shown != c && known == null) {
        known = new StringBuilder(text);
      }
      if (known != null) {
        known.setCharAt(i, shown);
      }
    }
    return known == null ? text : known.toString();
  }

  /**
   * Returns the text on one line with its spaces as they are, for what is to be copied: line ends
   * and tabs become pictures too.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\u2028' || c == '\u2029';
      line.append(ends || isInvisible(c) ? UNKNOWN : picture(c));
    }
    return line.toString();
  }

  private static char picture(char c) {
    if (c < 0x20) {
      return (char) (0x2400 + c);
    }
    if (c == 0x7F) {
      return '\u2421';
    }
    return Character.isISOControl(c) || c == '\uFFFE' || c == '\uFFFF' ? UNKNOWN : c;
  }

  /** Returns whether the character hides, or changes the direction of what is shown around it. */
  private static boolean isInvisible(char c) {
    return (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C'
        || c == '\u2060'
        || c == '\uFEFF';
  }
}
