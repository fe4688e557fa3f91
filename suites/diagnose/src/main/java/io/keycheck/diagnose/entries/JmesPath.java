package io.keycheck.diagnose.entries;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JMESPath, which takes a part out of a secret, says. */
public final class JmesPath {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");

  /** A hyphen after or before a letter; in {@code [-1]} and {@code [1:-2]} it is a sign. */
  private static final Pattern HYPHEN = Pattern.compile("[A-Za-z0-9_]-|-[A-Za-z_]");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern HYPHENATED =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)+");

  private JmesPath() {}

  /** Returns whether a name with a hyphen stands in it without quotes, which is no JMESPath. */
  public static boolean hasUnquotedHyphen(String path) {
    return HYPHEN.matcher(QUOTED.matcher(path).replaceAll("\"\"")).find();
  }

  /** Returns the path with its names that have a hyphen in quotes. */
  public static String quoted(String path) {
    StringBuilder quoted = new StringBuilder();
    int end = 0;
    Matcher kept = QUOTED.matcher(path);
    while (kept.find()) {
      quoted.append(withQuotes(path.substring(end, kept.start()))).append(kept.group());
      end = kept.end();
    }
    return quoted.append(withQuotes(path.substring(end))).toString();
  }

  private static String withQuotes(String unquoted) {
    return HYPHENATED.matcher(unquoted).replaceAll("\"$0\"");
  }

  /**
   * Returns the key that the part's path names, where it names a key and nothing more; else empty.
   */
  static String key(Entry part) {
    String path = part.text("path").strip();
    boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
    if (quoted) {
      return path.substring(1, path.length() - 1);
    }
    return NAME.matcher(path).matches() ? path : "";
  }
}
