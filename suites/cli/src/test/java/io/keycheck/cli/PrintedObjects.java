package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The objects that {@code job} printed. */
final class PrintedObjects {
  private PrintedObjects() {}

  /** All of them; the command must have succeeded. */
  static List<JsonNode> read(CommandLineRun run) throws IOException {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    List<JsonNode> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> all =
        new ObjectMapper(new YAMLFactory()).readerFor(JsonNode.class).readValues(run.out())) {
      all.forEachRemaining(objects::add);
    }
    return objects;
  }

  /** The first of a kind, which must be there. */
  static JsonNode of(List<JsonNode> objects, String kind) {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** The texts of a list. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
