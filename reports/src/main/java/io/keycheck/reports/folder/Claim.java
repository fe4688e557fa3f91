package io.keycheck.reports.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a report's folder from the start of a run to its end, so that a second run is refused at
 * its start instead of moving away what the first one writes.
 *
 * <p>A locked file in the machine's temporary folder says so; the operating system gives it back
 * when the process ends, however it ends.
 */
public final class Claim implements AutoCloseable {
  /** The files of this process: a lock belongs to all of it, and is no obstacle to itself. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Optional<FileChannel> channel;

  private Claim(Path file, Optional<FileChannel> channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Holds a folder, which need not be there.
   *
   * @throws UnusableReportFolder if another run holds it, or no report can be written there
   */
  public static Claim of(Path folder) throws UnusableReportFolder {
    Path real = Place.of(folder).folder();
    String digest = Digests.of(real.toString().getBytes(StandardCharsets.UTF_8));
    Path file =
        Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("keycheck-report-" + digest.substring(0, 16) + ".lock");
    if (!OURS.add(file)) {
      throw taken(real);
    }
    boolean held = false;
    try {
      Claim claim = new Claim(file, lock(file, real));
      held = true;
      return claim;
    } finally {
      if (!held) {
        OURS.remove(file);
      }
    }
  }

  /** None where there is no such file to be had: then a report is worth more than the order. */
  private static Optional<FileChannel> lock(Path file, Path folder) throws UnusableReportFolder {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      if (!locked) {
        close(channel);
      }
    }
    if (!locked) {
      throw taken(folder);
    }
    return Optional.of(channel);
  }

  private static UnusableReportFolder taken(Path folder) {
    return new UnusableReportFolder(
        "Another run that goes on writes its report to %s: wait for its end, or name another folder."
            .formatted(folder));
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The operating system closes it when the process ends.
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    if (channel.isPresent()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // An empty file that nobody holds says nothing.
      }
      close(channel.get());
    }
    OURS.remove(file);
  }
}
