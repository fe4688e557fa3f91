package io.keycheck.reports.diagnosis;

import io.keycheck.reports.Visible;
import io.keycheck.reports.WellFormed;
import java.nio.charset.StandardCharsets;

/**
 * Says how much of foreign texts a diagnosis keeps.
 *
 * <p>An event holds a kilobyte and a name a quarter of one; files can claim anything, and hundreds
 * of findings quote them.
 */
final class Kept {
  /** The longest text, in bytes of UTF-8, the note on what was cut included. */
  static final int MAX_TEXT = 4096;

  /** The longest name, in bytes of UTF-8, the note on what was cut included. */
  static final int MAX_NAME = 512;

  /** The longest line to paste, in bytes of UTF-8; half a command is worse than none. */
  static final int MAX_REMEDY = 16 * 1024;

  private Kept() {}

  static String text(String text) {
    return WellFormed.capped(text, MAX_TEXT);
  }

  static String name(String name) {
    return WellFormed.capped(name, MAX_NAME);
  }

  static String remedy(String line) {
    String shown = Visible.line(WellFormed.of(line));
    int bytes = shown.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MAX_REMEDY
        ? shown
        : "# A line of %d bytes was left out here: it is too long to paste.".formatted(bytes);
  }
}
