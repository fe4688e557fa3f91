package io.keycheck.reports.asked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycheck.reports.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

/** A YAML file that people wrote, read with a word on where it is wrong. */
final class YamlFile {
  private static final int LONGEST = 256 * 1024;

  private final String kind;
  private final Path file;

  /**
   * Names a file.
   *
   * @param kind what it is to be, such as {@code subject}
   */
  YamlFile(String kind, Path file) {
    this.kind = kind;
    this.file = file;
  }

  JsonNode read(String example) throws UnusableFile {
    try {
      if (Files.size(file) > LONGEST) {
        throw unusable(
            "is larger than %d bytes: name a file with lines such as '%s'.", LONGEST, example);
      }
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw unusable(
          "is no YAML%s: write lines such as '%s'.",
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          example);
    } catch (IOException e) {
      throw new UnusableFile(
          "The %s file %s cannot be read: name one that can.".formatted(kind, file), e);
    }
  }

  /** Refuses names that nobody asked for: a slip of the pen would be lost. */
  void requireOnly(JsonNode map, String where, Set<String> names) throws UnusableFile {
    for (Iterator<String> given = map.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw unusable(
            "has%s an unknown '%s': there are %s.",
            where, Visible.inline(name), String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  /** Returns a text; nothing where there is none. */
  String text(JsonNode map, String where, String name) throws UnusableFile {
    JsonNode value = map.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw unusable("has%s no plain value for '%s': write it on the same line.", where, name);
    }
    return value.asText();
  }

  UnusableFile unusable(String what, Object... arguments) {
    return new UnusableFile("The %s file %s %s".formatted(kind, file, what.formatted(arguments)));
  }
}
