package io.keycheck.reports.folder;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Recognises the report of an earlier run, of whatever schema version, by its outermost names. */
final class EarlierReport {
  private EarlierReport() {}

  /** Returns when the run began whose report lies in the folder, if one does. */
  static Optional<Instant> started(Path folder) throws IOException {
    Path file = folder.resolve(ReportFolder.REPORT);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Map<String, String> texts = texts(file);
      return texts.containsKey("runId") && texts.containsKey("schemaVersion")
          ? Optional.ofNullable(texts.get("started")).map(Instant::parse)
          : Optional.empty();
    } catch (JacksonException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Streams, because nothing says that the file is small. */
  private static Map<String, String> texts(Path file) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return texts;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    return texts;
  }
}
