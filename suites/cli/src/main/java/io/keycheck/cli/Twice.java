package io.keycheck.cli;

import java.io.IOException;
import java.io.Writer;

/** Writes all to a file, and to whoever looks on. */
final class Twice extends Writer {
  private final Writer kept;
  private final Writer shown;

  /** Writes to both; the first is closed with it, the other only flushed. */
  Twice(Writer kept, Writer shown) {
    this.kept = kept;
    this.shown = shown;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    kept.write(text, from, length);
    shown.write(text, from, length);
  }

  @Override
  public void flush() throws IOException {
    kept.flush();
    shown.flush();
  }

  @Override
  public void close() throws IOException {
    kept.close();
    shown.flush();
  }
}
