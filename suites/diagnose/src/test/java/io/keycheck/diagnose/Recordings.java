package io.keycheck.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The recordings of real environments, and what is wrong with each. */
public final class Recordings {
  public static final Path FOLDER = Path.of("src/test/resources/io/keycheck/diagnose/recordings");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> TREES = new ConcurrentHashMap<>();

  private Recordings() {}

  /** What a recording must and may yield. */
  public record Label(
      String name,
      String namespace,
      String environment,
      List<String> must,
      List<String> may,
      List<String> wrong) {
    @Override
    public String toString() {
      return name;
    }
  }

  public static Path file(String name) {
    return FOLDER.resolve(name + ".json");
  }

  /** One that the caller may change. */
  public static JsonNode tree(String name) {
    return TREES.computeIfAbsent(name, Recordings::read).deepCopy();
  }

  private static JsonNode read(String name) {
    try {
      return JSON.readTree(file(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Label label(String name) {
    return labels().stream().filter(label -> label.name().equals(name)).findFirst().orElseThrow();
  }

  public static List<Label> labels() {
    JsonNode labels = tree("labels");
    List<Label> all = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    labels.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode label = labels.path(name);
      all.add(
          new Label(
              name,
              label.path("namespace").asText(),
              label.path("environment").asText(),
              texts(label.path("must")),
              texts(label.path("may")),
              texts(label.path("wrong"))));
    }
    return all;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
