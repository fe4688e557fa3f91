package io.keycheck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured, and on what: each section with the machine, the commit and the day of its
 * own, for they need not be measured together.
 *
 * @param measuredOn facts of the machine and the checkout, by section
 * @param all the figures
 */
record Figures(Map<String, Map<String, String>> measuredOn, List<Figure> all) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Figures none() {
    return new Figures(Map.of(), List.of());
  }

  /** The same with one section measured anew. */
  Figures with(String section, Map<String, String> facts, List<Figure> figures) {
    Map<String, Map<String, String>> on = new LinkedHashMap<>(measuredOn);
    on.put(section, facts);
    List<Figure> merged = new ArrayList<>(all);
    merged.removeIf(figure -> figure.section().equals(section));
    merged.addAll(figures);
    return new Figures(on, merged);
  }

  /** The figures of a section, in the order in which they were measured. */
  List<Figure> of(String section) {
    return all.stream().filter(figure -> figure.section().equals(section)).toList();
  }

  /** What was written, or none where nothing is there. */
  static Figures read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return none();
    }
    JsonNode tree = JSON.readTree(Files.readAllBytes(file));
    Map<String, Map<String, String>> on = new LinkedHashMap<>();
    tree.path("measuredOn")
        .properties()
        .forEach(
            section -> {
              Map<String, String> facts = new LinkedHashMap<>();
              section
                  .getValue()
                  .properties()
                  .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
              on.put(section.getKey(), facts);
            });
    List<Figure> all = new ArrayList<>();
    tree.path("figures").forEach(node -> all.add(figure(node)));
    return new Figures(on, all);
  }

  private static Figure figure(JsonNode node) {
    List<Long> values = new ArrayList<>();
    node.path("values").forEach(value -> values.add(value.asLong()));
    return new Figure(
        node.path("section").asText(),
        node.path("name").asText(),
        node.path("unit").asText(),
        values,
        number(node, "floor"),
        number(node, "goal"),
        node.path("command").asText());
  }

  private static Optional<Long> number(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asLong()) : Optional.empty();
  }

  void write(Path file) throws IOException {
    ObjectNode tree = JSON.createObjectNode();
    ObjectNode on = tree.putObject("measuredOn");
    measuredOn.forEach(
        (section, facts) -> {
          ObjectNode node = on.putObject(section);
          facts.forEach(node::put);
        });
    ArrayNode figures = tree.putArray("figures");
    for (Figure figure : all) {
      ObjectNode node = figures.addObject();
      node.put("section", figure.section()).put("name", figure.name()).put("unit", figure.unit());
      ArrayNode values = node.putArray("values");
      figure.values().forEach(values::add);
      figure.floor().ifPresent(floor -> node.put("floor", floor));
      figure.goal().ifPresent(goal -> node.put("goal", goal));
      node.put("command", figure.command());
    }
    Files.writeString(file, JSON.writeValueAsString(tree) + "\n");
  }
}
