package io.keycheck.reports;

/** The note at the end of a text that was too long to keep. */
final class CutNote {
  /** What every note starts with, so that a reader of the text can find where the cut is. */
  static final String START = "\n[cut: ";

  static final int MAX_BYTES = 64;

  private CutNote() {}

  static String of(int bytes, int kept) {
    return START + "%d of %d bytes kept]".formatted(kept, bytes);
  }
}
