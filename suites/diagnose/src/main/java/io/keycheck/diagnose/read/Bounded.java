package io.keycheck.diagnose.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops what unpacks to more than anybody saves of a cluster. */
final class Bounded extends FilterInputStream {
  private static final long MOST = 4L << 30;

  private long read;

  Bounded(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    return counted(got, got);
  }

  private int counted(int result, int bytes) throws IOException {
    read += Math.max(bytes, 0);
    if (read > MOST) {
      throw new IOException("it unpacks to more than 4 GiB.");
    }
    return result;
  }
}
