package io.keycheck.reports;

import java.util.ArrayList;
import java.util.List;

/** Text cut or broken to a number of columns; wide characters take two. */
public final class Fitted {
  private static final String CUT = "...";

  private Fitted() {}

  /** Returns the text on one line, its end replaced by dots where it does not fit. */
  public static String line(String text, int columns) {
    String line = Visible.inline(text);
    if (width(line) <= columns) {
      return line;
    }
    return start(line, columns - CUT.length()).stripTrailing() + CUT;
  }

  /**
   * Returns the whole text broken between words; a word wider than a line is broken too.
   *
   * @param first columns of the first line, two at least
   * @param others columns of the other lines, two at least
   */
  public static List<String> wrapped(String text, int first, int others) {
    List<String> broken = new ArrayList<>();
    String rest = Visible.inline(text);
    for (int room = first; width(rest) > room; room = others) {
      int space = start(rest, room + 1).lastIndexOf(' ');
      int end = space > 0 ? space : start(rest, room).length();
      broken.add(rest.substring(0, end));
      rest = rest.substring(space > 0 ? end + 1 : end);
    }
    broken.add(rest);
    return broken;
  }

  /**
   * Returns the text broken between words, or within one that is wider than a line; the last of
   * {@code lines} lines is cut.
   */
  static List<String> lines(String text, int columns, int lines) {
    List<String> broken = new ArrayList<>();
    String rest = Visible.inline(text);
    while (broken.size() < lines - 1 && width(rest) > columns) {
      String head = start(rest, columns + 1);
      int space = head.lastIndexOf(' ');
      int end = space > 0 ? space : start(rest, columns).length();
      broken.add(rest.substring(0, end));
      rest = rest.substring(space > 0 ? end + 1 : end);
    }
    broken.add(line(rest, columns));
    return broken;
  }

  /** Returns how many columns of a terminal the text takes. */
  public static int width(String text) {
    return text.codePoints().map(Fitted::width).sum();
  }

  private static String start(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > columns) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    // East Asian scripts, full-width forms and pictographs.
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x1F300 && character <= 0x1FAFF)
            || (character >= 0x20000 && character <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
