package io.keycheck.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Prints what is written to it, which is UTF-8. */
final class PrintedStream extends OutputStream {
  private final PrintWriter out;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(8192);
  private final CharBuffer chars = CharBuffer.allocate(8192);

  PrintedStream(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] content, int offset, int length) {
    int from = offset;
    while (from < offset + length) {
      int most = Math.min(bytes.remaining(), offset + length - from);
      bytes.put(content, from, most);
      from += most;
      bytes.flip();
      decoder.decode(bytes, chars, false);
      bytes.compact();
      out.write(chars.array(), 0, chars.position());
      chars.clear();
    }
  }

  @Override
  public void flush() {
    out.flush();
    if (out.checkError()) {
      // A pipe whose reader has gone.
      throw new UncheckedIOException(new IOException("nobody reads it any more"));
    }
  }
}
