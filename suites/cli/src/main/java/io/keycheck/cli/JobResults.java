package io.keycheck.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What a run in a cluster leaves: files in a folder, then all of them as one tar, and then a file
 * {@code done} that holds the tar's path, by which Sonobuoy and whoever waits know that it is
 * whole.
 */
final class JobResults {
  private static final String TAR = "keycheck-results.tar.gz";

  private final Path folder;
  private final Path files;

  /** Makes the folder; throws Unusable where that cannot be. */
  JobResults(Path folder) {
    this.folder = folder;
    this.files = folder.resolve("keycheck");
    if (Files.exists(files)) {
      throw new Unusable(
          "The folder %s holds results already: name another with --results.".formatted(folder));
    }
    try {
      Files.createDirectories(files);
    } catch (IOException e) {
      throw new Unusable(
          "The folder %s cannot be written: mount a volume there that can.".formatted(folder), e);
    }
  }

  /** Returns where a file of the results is to be. */
  Path place(String name) {
    return files.resolve(name);
  }

  /** Packs what is there, and says that it is done. */
  void finish(int exitCode) throws IOException {
    Files.writeString(place("exit-code"), exitCode + "\n");
    Path tar = folder.resolve(TAR);
    Path draft = folder.resolve(TAR + ".part");
    try (OutputStream out = Files.newOutputStream(draft)) {
      pack(out);
    }
    Files.move(draft, tar, StandardCopyOption.ATOMIC_MOVE);
    Path done = folder.resolve("done.part");
    Files.writeString(done, tar.toString(), StandardCharsets.UTF_8);
    Files.move(done, folder.resolve("done"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void pack(OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out));
        Stream<Path> all = Files.walk(files)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      List<Path> regular = all.filter(Files::isRegularFile).sorted().toList();
      for (Path file : regular) {
        tar.putArchiveEntry(new TarArchiveEntry(file, folder.relativize(file).toString()));
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    }
  }
}
