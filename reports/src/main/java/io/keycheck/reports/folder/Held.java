package io.keycheck.reports.folder;

/**
 * One thing that was verified of a report.
 *
 * @param what the thing, such as {@code signature}
 * @param state whether it holds
 * @param sentence what was seen
 */
public record Held(String what, State state, String sentence) {
  /** Whether something holds. */
  public enum State {
    /** It does. */
    HOLDS,
    /** It does not: the report is not as it was written. */
    BROKEN,
    /** It could not be said here; the sentence has why. */
    UNCHECKED;

    /** Returns the word used in lines, such as {@code holds}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Held holds(String what, String sentence) {
    return new Held(what, State.HOLDS, sentence);
  }

  static Held broken(String what, String sentence) {
    return new Held(what, State.BROKEN, sentence);
  }

  static Held unchecked(String what, String sentence) {
    return new Held(what, State.UNCHECKED, sentence);
  }
}
