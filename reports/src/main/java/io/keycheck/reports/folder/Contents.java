package io.keycheck.reports.folder;

import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.UnreadableReport;
import io.keycheck.reports.Visible;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What lies in a report's folder, in its archive, or in a report alone: the digest of every file,
 * and the few files that are read. Nothing is ever unpacked, and nothing large is kept.
 *
 * @param digests SHA-256 by path
 * @param kept the files that are read, by path
 * @param alone whether there is but a report, and no folder around it
 */
public record Contents(Map<String, String> digests, Map<String, byte[]> kept, boolean alone) {
  /** More files than any run leaves. */
  private static final int MOST_FILES = 100_000;

  /** More than the archive of any run holds, in bytes. */
  private static final long MOST_BYTES = 4L << 30;

  private static final Set<String> READ =
      Set.of(ReportFolder.REPORT, Manifest.NAME, Manifest.SIGNATURE);

  /**
   * Reads a folder, an archive of one, or a run report.
   *
   * @throws UnreadableReport if it is none of them, or not whole
   */
  public static Contents of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadableReport(
          "There is no %s: name a report's folder, its archive, or a run report.".formatted(path));
    }
    if (Files.isDirectory(path)) {
      return whole(path, folder(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableReport(
          "%s is neither a file nor a folder: name a report's folder or its archive."
              .formatted(path));
    }
    return isGzip(path) ? whole(path, archive(path)) : alone(path);
  }

  /** Returns a file that is read, if it is there. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(kept.get(path));
  }

  /** Returns the run report. */
  public byte[] report() {
    return kept.get(ReportFolder.REPORT);
  }

  private static Contents whole(Path path, Contents contents) throws UnreadableReport {
    if (contents.report() == null) {
      throw new UnreadableReport(
          "%s holds no %s: it is no report of Keycheck, or not all of one."
              .formatted(path, ReportFolder.REPORT));
    }
    return contents;
  }

  private static Contents alone(Path path) throws IOException {
    requireSize(path.toString(), Files.size(path));
    byte[] bytes = Files.readAllBytes(path);
    return new Contents(
        Map.of(ReportFolder.REPORT, Digests.of(bytes)), Map.of(ReportFolder.REPORT, bytes), true);
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  private static Contents folder(Path folder) throws IOException {
    Reader reader = new Reader();
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.limit(MOST_FILES + 1L).sorted().toList();
    }
    for (Path each : all) {
      String name = Manifest.path(folder, each);
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      if (!Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
        throw new UnreadableReport(
            "%s is no file of its own, as those of a report are: take it out."
                .formatted(folder.resolve(name)));
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(each))) {
        reader.take(name, Files.size(each), in);
      }
    }
    return reader.contents();
  }

  private static Contents archive(Path path) throws IOException {
    Reader reader = new Reader();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
        GZIPInputStream unpacked = new GZIPInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked, "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          reader.take(name(path, entry), entry.getSize(), tar);
        }
      }
      readToTheEnd(unpacked);
    } catch (EOFException | ZipException e) {
      throw notWhole(path, e);
    } catch (UnreadableReport e) {
      requireWhole(path); // what is in a bent one means nothing
      throw e;
    } catch (IOException e) {
      throw new UnreadableReport(
          "%s is no tar archive, or a broken one: fetch it again.".formatted(path), e);
    }
    return reader.contents();
  }

  private static UnreadableReport notWhole(Path path, IOException cause) {
    return new UnreadableReport(
        "%s is not whole, or no archive: fetch it again.".formatted(path), cause);
  }

  private static void requireWhole(Path path) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      readToTheEnd(in);
    } catch (EOFException | ZipException e) {
      throw notWhole(path, e);
    }
  }

  /** The compressed file has a checksum at its end, which nobody looks at before. */
  private static void readToTheEnd(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0 && bytes < MOST_BYTES; read = in.read(buffer)) {
      bytes += read;
    }
  }

  /** Returns the path below the one folder of the archive. */
  private static String name(Path path, TarArchiveEntry entry) throws UnreadableReport {
    String name = entry.getName();
    int slash = name.indexOf('/');
    boolean plain = entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
    if (!plain || slash < 1 || ("/" + name + "/").contains("/../")) {
      throw new UnreadableReport(
          "%s holds \"%s\", which is no file of a report's one folder: it was not made by Keycheck."
              .formatted(path, Visible.inline(name)));
    }
    return name.substring(slash + 1);
  }

  private static void requireSize(String name, long size) throws UnreadableReport {
    if (size > RunReportJson.MAX_BYTES) {
      throw new UnreadableReport(
          "%s is larger than %d MiB, which no file of a run's report is: name another."
              .formatted(Visible.inline(name), RunReportJson.MAX_BYTES >> 20));
    }
  }

  /** Takes one file after the other, and gives up where no report goes on. */
  private static final class Reader {
    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private long bytes;

    void take(String name, long size, InputStream in) throws IOException {
      requireSize(name, size);
      bytes += size;
      if (digests.size() >= MOST_FILES || bytes > MOST_BYTES) {
        throw new UnreadableReport(
            "There is more in it than any run leaves: name a report's folder or its archive.");
      }
      String digest;
      if (READ.contains(name)) {
        byte[] all = in.readAllBytes();
        kept.put(name, all);
        digest = Digests.of(new ByteArrayInputStream(all));
      } else {
        digest = Digests.of(in);
      }
      if (digests.put(name, digest) != null) {
        throw new UnreadableReport(
            "It holds %s twice: it was not made by Keycheck.".formatted(Visible.inline(name)));
      }
    }

    Contents contents() {
      return new Contents(digests, kept, false);
    }
  }
}
