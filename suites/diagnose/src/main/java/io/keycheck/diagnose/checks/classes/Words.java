package io.keycheck.diagnose.checks.classes;

import java.util.List;
import java.util.stream.Collectors;

/** How the checks of classes quote and count. */
final class Words {
  /** More is not read by anyone who is in a hurry. */
  static final int MOST = 10;

  private static final int LONGEST = 100;

  private Words() {}

  /** Returns the text in quotes, cut where it is long. */
  static String quoted(String text) {
    return "\"" + cut(text) + "\"";
  }

  /** Returns the text without line breaks, cut where it is long; for comments in remedies. */
  static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /** Returns the items separated by commas, the first ones and how many more there are. */
  static String list(List<String> items) {
    String shown = items.stream().limit(MOST).collect(Collectors.joining(", "));
    return items.size() <= MOST ? shown : shown + " and " + (items.size() - MOST) + " more";
  }

  /** Returns {@code line 3}, or {@code lines 3, 7}. */
  static String lines(List<Integer> lines) {
    List<String> shown = lines.stream().distinct().map(String::valueOf).toList();
    return (shown.size() == 1 ? "line " : "lines ") + list(shown);
  }
}
