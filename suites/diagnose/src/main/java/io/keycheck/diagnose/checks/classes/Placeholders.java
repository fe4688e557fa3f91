package io.keycheck.diagnose.checks.classes;

import java.util.regex.Pattern;

/** Finds what the documentation leaves to the reader, such as {@code <{env-role}>}. */
final class Placeholders {
  private static final Pattern ANGLED = Pattern.compile("<\\{?\\s*[A-Za-z][^<>]*>");
  private static final Pattern CURLED = Pattern.compile("\\{[^{}]*[A-Za-z][^{}]*\\}");

  private Placeholders() {}

  /** Returns whether the value holds a placeholder. */
  static boolean in(String value) {
    return ANGLED.matcher(value).find() || CURLED.matcher(value).find();
  }

  /** Returns whether a JMESPath, in which curly brackets have a meaning, holds a placeholder. */
  static boolean inPath(String path) {
    return path.contains("<{") && ANGLED.matcher(path).find();
  }
}
