package io.keycheck.reports;

import java.nio.charset.StandardCharsets;

/**
 * Text that every writer can encode: unpaired surrogates, which no UTF-8 file can hold, become
 * U+FFFD.
 *
 * <p>Texts come from logs of other programs and may be cut in the middle of a character.
 */
public final class WellFormed {
  /** What a char takes in UTF-8 at most. */
  private static final int BYTES_OF_A_CHAR = 3;

  private WellFormed() {}

  /** Returns the text, each unpaired surrogate replaced. */
  public static String of(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (mended == null) {
        mended = new StringBuilder(text);
      }
      mended.setCharAt(i, '\uFFFD');
    }
    return mended == null ? text : mended.toString();
  }

  /**
   * Returns the text, or as much of its start as fits, followed by a note on how much was cut.
   *
   * @param limit bytes of UTF-8, note included
   */
  public static String capped(String text, int limit) {
    String whole = of(text);
    if (whole.length() <= limit / BYTES_OF_A_CHAR) {
      return whole;
    }
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limit) {
      return whole;
    }
    int keep = limit - CutNote.MAX_BYTES;
    while ((bytes[keep] & 0xC0) == 0x80) {
      keep--; // never in the middle of a character
    }
    return new String(bytes, 0, keep, StandardCharsets.UTF_8) + CutNote.of(bytes.length, keep);
  }
}
