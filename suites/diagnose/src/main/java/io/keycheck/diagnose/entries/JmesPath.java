package io.keycheck.diagnose.entries;

import java.util.regex.Pattern;

/** What a JMESPath, which takes a part out of a secret, says. */
public final class JmesPath {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");

  /** A hyphen after or before a letter; in {@code [-1]} and {@code [1:-2]} it is a sign. */
  private static final Pattern HYPHEN = Pattern.compile("[A-Za-z0-9_]-|-[A-Za-z_]");

  private JmesPath() {}

  /** Returns whether a name with a hyphen stands in it without quotes, which is no JMESPath. */
  public static boolean hasUnquotedHyphen(String path) {
    return HYPHEN.matcher(QUOTED.matcher(path).replaceAll("\"\"")).find();
  }

  /** Returns the key that the part's path names, where it names a key and nothing more. */
  static String key(Entry part) {
    String path = part.text("path").strip();
    boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
    return quoted ? path.substring(1, path.length() - 1) : path;
  }
}
