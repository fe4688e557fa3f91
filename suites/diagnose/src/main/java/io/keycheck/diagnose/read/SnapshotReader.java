package io.keycheck.diagnose.read;

import io.keycheck.diagnose.snapshot.Snapshot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a snapshot from files: JSON or YAML as kubectl prints or applies it, folders of such files,
 * bundles ({@code .tar.gz}), and standard input.
 *
 * <p>What was not read is unreadable, not absent. All objects of a namespace count as read where
 * pods of it are there, all objects of the cluster where a node is there, and the pods of the
 * driver and of providers where any of them is there.
 */
public final class SnapshotReader {
  /** The source that means standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int MOST_FILES = 10_000;
  private static final int START = 1024;

  /** In bytes: objects of a few hundred environments, which take less time as they are. */
  private static final long MOST_LOOSE = 4 << 20;

  private final ObjectReader objects = new ObjectReader();
  private final Gathering gathering;
  private final InputStream standardInput;

  private SnapshotReader(InputStream standardInput, String namespace, long mostLoose) {
    this.standardInput = standardInput;
    this.gathering = new Gathering(namespace, mostLoose);
  }

  /**
   * Reads all sources into one snapshot.
   *
   * @param sources files, folders, or {@link #STANDARD_INPUT}
   * @param standardInput what is read for {@link #STANDARD_INPUT}
   * @param namespace the namespace of objects that name none, as kubectl's option has it
   * @throws ReadFailed if a source cannot be read, or none holds an object of a cluster
   */
  public static Snapshot read(List<String> sources, InputStream standardInput, String namespace)
      throws ReadFailed {
    return read(sources, standardInput, namespace, MOST_LOOSE);
  }

  /** The same with another measure of what is so much that it is held packed. */
  static Snapshot read(
      List<String> sources, InputStream standardInput, String namespace, long mostLoose)
      throws ReadFailed {
    SnapshotReader reader = new SnapshotReader(standardInput, namespace, mostLoose);
    for (String source : sources) {
      reader.source(source);
    }
    return reader.gathering.snapshot();
  }

  private void source(String source) throws ReadFailed {
    if (source.equals(STANDARD_INPUT)) {
      content(standardInput, new Place("standard input"));
      return;
    }
    Place place = new Place(source);
    try {
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        folder(path, place);
      } else if (Files.exists(path)) {
        file(path);
      } else {
        throw place.failed("there is no such file or folder.");
      }
    } catch (InvalidPathException e) {
      throw place.failed("this is no name of a file.");
    }
  }

  private void folder(Path folder, Place place) throws ReadFailed {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> isObjects(file.getFileName().toString()))
              .filter(Files::isRegularFile)
              .limit(MOST_FILES + 1)
              .sorted()
              .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw place.failed("the folder cannot be read: " + e.getMessage());
    }
    if (files.isEmpty()) {
      throw place.failed("the folder holds no .json, .yaml or .yml file.");
    }
    if (files.size() > MOST_FILES) {
      throw place.failed(
          "the folder holds more than %,d files; name a smaller one.".formatted(MOST_FILES));
    }
    for (Path file : files) {
      file(file);
    }
  }

  private static boolean isObjects(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.startsWith(".")
        && (lower.endsWith(".json") || lower.endsWith(".yaml") || lower.endsWith(".yml"));
  }

  private void file(Path file) throws ReadFailed {
    Place place = new Place(file.toString());
    try (InputStream in = Files.newInputStream(file)) {
      content(in, place);
    } catch (IOException e) {
      throw place.failed("it cannot be read: " + e.getMessage());
    }
  }

  private void content(InputStream raw, Place place) throws ReadFailed {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    try {
      byte[] start = start(in);
      if (start.length == 0) {
        throw place.failed("it is empty; save it again.");
      }
      if (start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
        content(new Bounded(new GZIPInputStream(in)), new Place(place.name()));
      } else if (Tar.begins(start)) {
        archive(in, place);
      } else {
        text(in, start, place);
      }
    } catch (IOException e) {
      throw place.failed("it could not be read to its end: " + e.getMessage());
    }
  }

  private static byte[] start(BufferedInputStream in) throws IOException {
    in.mark(START + 1);
    byte[] start = in.readNBytes(START);
    in.reset();
    return start;
  }

  private void archive(InputStream in, Place place) throws IOException, ReadFailed {
    Tar.read(
        in,
        (name, content) -> {
          String last = name.substring(name.lastIndexOf('/') + 1);
          if (isObjects(last)) {
            content(content, new Place(place.name() + "!" + name));
          }
        });
  }

  private void text(InputStream in, byte[] start, Place place) throws ReadFailed, IOException {
    Charset charset = charset(start);
    String first = new String(start, charset);
    if (first.indexOf('\0') >= 0) {
      throw place.failed("it is no text; expected is JSON, YAML or a bundle (.tar.gz).");
    }
    Reader reader = new InputStreamReader(in, charset);
    if (first.startsWith("\ufeff")) {
      reader.skip(1);
      first = first.substring(1);
    }
    String begin = first.stripLeading();
    boolean isJson = begin.startsWith("{") || begin.startsWith("[");
    boolean repeats =
        objects.read(reader, isJson, place, (object, size) -> gathering.take(object, size, place));
    if (repeats) {
      gathering.note(
          place.name()
              + ": an object has a field twice; the last one counts, as it does in kubectl.");
    }
  }

  /** Shells of Windows write UTF-16. */
  private static Charset charset(byte[] start) {
    if (start.length > 1 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length > 1 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }
}
