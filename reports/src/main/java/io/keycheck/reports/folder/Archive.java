package io.keycheck.reports.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a folder as a {@code .tar.gz}, whose bytes depend on what the files hold alone. */
final class Archive {
  private Archive() {}

  /**
   * Writes the files of a folder.
   *
   * @param top the name of the one folder within the archive
   * @param at the time that every file gets
   */
  static void write(Path folder, Path file, String top, Instant at) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path each : Manifest.files(folder)) {
        TarArchiveEntry entry = new TarArchiveEntry(top + "/" + Manifest.path(folder, each));
        entry.setSize(Files.size(each));
        entry.setModTime(Date.from(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        entry.setMode(0100644);
        tar.putArchiveEntry(entry);
        Files.copy(each, tar);
        tar.closeArchiveEntry();
      }
    }
  }
}
