package io.keycheck.reports.diagnosis;

/**
 * How a diagnosis looks on a terminal.
 *
 * @param width the columns of a line, 40 at least; only lines to be pasted are longer
 * @param colour whether to colour with ANSI escapes; no other escape reaches a terminal
 * @param ascii whether to write ASCII alone, for a terminal that does not read UTF-8; what has no
 *     such form becomes a question mark
 */
public record TextStyle(int width, boolean colour, boolean ascii) {
  /** A hundred columns of UTF-8 without colour. */
  public static final TextStyle PLAIN = new TextStyle(100, false, false);

  /** Takes a narrower terminal for one of 40 columns. */
  public TextStyle {
    width = Math.max(40, width);
  }
}
