package io.keycheck.reports.folder;

import io.keycheck.reports.UnreadableReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the files of a report's folder with the SHA-256 of each, in the form that {@code sha256sum
 * --check} reads.
 *
 * @param digests by path within the folder, with slashes
 */
record Manifest(Map<String, String> digests) {
  /** Name of the file. */
  static final String NAME = "MANIFEST";

  /** Name of the detached signature over it: the 64 bytes of Ed25519. */
  static final String SIGNATURE = "MANIFEST.sig";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

  Manifest {
    digests = new TreeMap<>(digests);
  }

  /** Returns whether a file is listed: all are, but for the manifest and its signature. */
  static boolean lists(String path) {
    return !path.equals(NAME) && !path.equals(SIGNATURE);
  }

  /** Makes the manifest of a folder. */
  static Manifest of(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(folder)) {
      String path = path(folder, file);
      if (lists(path)) {
        digests.put(path, Digests.of(Files.readAllBytes(file)));
      }
    }
    return new Manifest(digests);
  }

  /** Returns the files of a folder in the order of their paths. */
  static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Reads a manifest; throws {@link UnreadableReport} where it is none. */
  static Manifest read(byte[] bytes) throws UnreadableReport {
    Map<String, String> digests = new TreeMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && digests.put(matcher.group(2), matcher.group(1)) == null) {
        continue;
      }
      if (!line.isEmpty()) {
        throw new UnreadableReport(
            "The MANIFEST has a line that lists no file, or one twice: fetch the report again.");
      }
    }
    return new Manifest(digests);
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    digests.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
