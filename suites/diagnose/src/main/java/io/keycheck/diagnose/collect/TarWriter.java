package io.keycheck.diagnose.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes files into a tar archive.
 *
 * <p>Source: POSIX.1, pax, the ustar interchange format.
 */
final class TarWriter {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;

  private final OutputStream out;
  private final String folder;
  private final Instant time;

  TarWriter(OutputStream out, String folder, Instant time) {
    this.out = out;
    this.folder = folder;
    this.time = time;
  }

  void add(String name, byte[] content) throws IOException {
    byte[] header = new byte[BLOCK];
    byte[] full = (folder + name).getBytes(StandardCharsets.US_ASCII);
    if (full.length > LONGEST_NAME) {
      throw new IllegalArgumentException("This name is too long for an archive: " + name);
    }
    System.arraycopy(full, 0, header, 0, full.length);
    octal(header, 100, 8, 0644);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, content.length);
    octal(header, 136, 12, time.getEpochSecond());
    header[156] = '0';
    text(header, 257, "ustar\0" + "00");
    // The sum counts its own field as spaces.
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    octal(header, 148, 7, sum);
    out.write(header);
    out.write(content);
    out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  /** Two blocks of nothing end an archive. */
  void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private static void octal(byte[] header, int at, int length, long value) {
    text(header, at, ("%0" + (length - 1) + "o\0").formatted(value));
  }

  private static void text(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
