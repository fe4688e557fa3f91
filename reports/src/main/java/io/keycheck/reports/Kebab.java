package io.keycheck.reports;

import java.util.regex.Pattern;

/** The one spelling of identifiers: lower-case words joined by single hyphens. */
final class Kebab {
  private static final Pattern SPELLING = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private Kebab() {}

  static String require(String value, String what) {
    if (value == null || !SPELLING.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s must be kebab-case, but is \"%s\".".formatted(what, value));
    }
    return value;
  }
}
