package io.keycheck.contract;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a version of the Mendix Operator, which decides what the contract holds. */
public record OperatorVersion(int major, int minor, int patch)
    implements Comparable<OperatorVersion> {
  /** The version that the document describes, and the one assumed where none is named. */
  public static final OperatorVersion DOCUMENT = new OperatorVersion(2, 9, 0);

  private static final Pattern SPELLING =
      Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[-+].*)?");

  private static final Comparator<OperatorVersion> ORDER =
      Comparator.comparingInt(OperatorVersion::major)
          .thenComparingInt(OperatorVersion::minor)
          .thenComparingInt(OperatorVersion::patch);

  /** Refuses negative numbers. */
  public OperatorVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException("A version has no negative numbers.");
    }
  }

  /**
   * Returns the version written as {@code 2.9.0}, {@code 2.9} or {@code v2.9.0}; what follows a
   * hyphen or plus sign is left aside.
   *
   * @throws IllegalArgumentException if the text is no version, saying so in one sentence
   */
  public static OperatorVersion parse(String text) {
    Matcher matcher = SPELLING.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no Operator version such as 2.9.0.".formatted(text));
    }
    String patch = matcher.group(3);
    return new OperatorVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  /** Returns whether this version is the other one or a later one. */
  public boolean atLeast(OperatorVersion other) {
    return compareTo(other) >= 0;
  }

  /** Orders by major, minor and patch number. */
  @Override
  public int compareTo(OperatorVersion other) {
    return ORDER.compare(this, other);
  }

  /** Returns the version as {@code 2.9.0}. */
  @Override
  public String toString() {
    return "%d.%d.%d".formatted(major, minor, patch);
  }
}
