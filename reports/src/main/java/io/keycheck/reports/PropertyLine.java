package io.keycheck.reports;

/**
 * A line of a Java properties file.
 *
 * <p>{@link java.util.Properties#store} would put the date of writing into the file.
 */
final class PropertyLine {
  private PropertyLine() {}

  static String of(String name, String value) {
    return escaped(name, true) + "=" + escaped(value, false) + "\n";
  }

  private static String escaped(String text, boolean name) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        line.append("\\u%04x".formatted((int) c));
        continue;
      }
      boolean separates = name && " :=#!".indexOf(c) >= 0;
      boolean leads = i == 0 && c == ' ';
      if (separates || leads || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    return line.toString();
  }
}
