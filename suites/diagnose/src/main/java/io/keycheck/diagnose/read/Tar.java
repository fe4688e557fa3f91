package io.keycheck.diagnose.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the files of a tar archive one after the other; nothing is ever written, so that names lead
 * nowhere.
 */
final class Tar {
  private Tar() {}

  /** Takes a file of the archive. */
  interface Sink {
    void take(String name, InputStream content) throws IOException, ReadFailed;
  }

  /** Returns whether these first bytes are those of an archive. */
  static boolean begins(byte[] start) {
    return TarArchiveInputStream.matches(start, start.length);
  }

  /** Reads all files; throws IOException where the archive is broken. */
  @SuppressWarnings("resource") // The stream is its opener's to close.
  static void read(InputStream in, Sink sink) throws IOException, ReadFailed {
    TarArchiveInputStream tar = new TarArchiveInputStream(in);
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null) {
      if (entry.isFile()) {
        sink.take(entry.getName(), new OneFile(tar));
      }
      entry = tar.getNextEntry();
    }
  }

  /** Who closes one file of the archive leaves the others to be read. */
  private static final class OneFile extends FilterInputStream {
    OneFile(InputStream archive) {
      super(archive);
    }

    @Override
    public void close() {}
  }
}
