package io.keycheck.reports.compare;

/**
 * Something that is other in a new report than in an old one.
 *
 * @param direction whether it is better
 * @param what the thing: a case with its store, a part, or the verdict
 * @param before what it was; empty where it was not there
 * @param after what it is; empty where it is not there any more
 */
public record Change(Direction direction, String what, String before, String after) {
  /** Whether a change is for the better. */
  public enum Direction {
    /** A case or the verdict is worse, or a case is gone. */
    WORSE,
    /** A case or the verdict is better. */
    BETTER,
    /** A case takes much longer. */
    SLOWER,
    /** A case takes much less time. */
    FASTER,
    /** Neither better nor worse. */
    OTHER;

    /** Returns the word used in lines, such as {@code worse}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
