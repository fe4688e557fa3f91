package io.keycheck.diagnose.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the files of a tar archive one after the other; nothing is ever written, so that names lead
 * nowhere.
 *
 * <p>Source: POSIX.1, pax, the ustar interchange format.
 */
final class Tar {
  static final int BLOCK = 512;

  private final InputStream in;
  private final Place place;

  Tar(InputStream in, Place place) {
    this.in = in;
    this.place = place;
  }

  /** Takes a file of the archive. */
  interface Sink {
    void take(String name, InputStream content) throws IOException, ReadFailed;
  }

  /** Returns whether these first bytes are those of an archive. */
  static boolean begins(byte[] start, int length) {
    return length >= 262 && new String(start, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /** Reads all files. */
  void read(Sink sink) throws IOException, ReadFailed {
    byte[] header = new byte[BLOCK];
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      if (!begins(header, BLOCK)) {
        throw place.failed("this is no tar archive, or a broken one; make it again.");
      }
      long size = octal(header, 124, 12);
      Entry entry = new Entry(size);
      boolean isFile = header[156] == '0' || header[156] == 0;
      if (isFile) {
        sink.take(name(header), entry);
      }
      entry.skipRest();
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private long octal(byte[] header, int from, int length) throws ReadFailed {
    try {
      long size = Long.parseLong(text(header, from, length).strip(), 8);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below: neither is a size that can be read.
    }
    throw place.failed("this is no tar archive, or a broken one; make it again.");
  }

  /** One file of the archive; reading beyond its end finds nothing. */
  private final class Entry extends InputStream {
    private long left;

    Entry(long size) {
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new java.io.EOFException("it ends in the middle of a file; make it again.");
      }
      left -= read;
      return read;
    }

    void skipRest() throws IOException {
      in.skipNBytes(left);
      left = 0;
    }
  }
}
