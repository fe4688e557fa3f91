package io.keycheck.cli;

import io.keycheck.reports.diagnosis.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a result goes.
 *
 * @param file the file to write to; absent for standard output
 * @param out standard output
 */
record Destination(Optional<Path> file, PrintWriter out) {
  /** Writes a result, and returns what there is to say about it. */
  interface Writing<T> {
    T to(OutputStream stream, TextStyle style) throws IOException;
  }

  /** Writes; a file is there whole or as it was before. */
  <T> T write(Writing<T> writing) {
    try {
      if (file.isEmpty()) {
        return writing.to(new PrintedStream(out), Terminal.style());
      }
      Path beside = Path.of(file.get() + ".part");
      try (OutputStream stream = Files.newOutputStream(beside)) {
        T said = writing.to(stream, TextStyle.PLAIN);
        Files.move(beside, file.get(), StandardCopyOption.REPLACE_EXISTING);
        return said;
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new Unusable(
          "The result cannot be written%s: %s."
              .formatted(file.map(path -> " to " + path).orElse(""), e.getMessage()),
          e);
    }
  }
}
