package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Keeps of an object the fields that the checks look at, so that a file tells as much as the
 * cluster did and nothing more: what {@code read-fields.json} does not name, such as the passwords
 * that a MendixApp may hold, is left out.
 */
final class ReadFields implements Keep {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** The variables whose values are looked at; others may hold what nobody should read. */
  private static final Set<String> VARIABLES =
      Set.of("AWS_REGION", "AWS_DEFAULT_REGION", "VAULT_ADDR");

  private final JsonNode shapes;

  ReadFields() {
    try (InputStream in = ReadFields.class.getResourceAsStream("read-fields.json")) {
      shapes = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ObjectNode of(Item item, ObjectNode object) {
    ObjectNode kept = (ObjectNode) cut(shapes.get("every kind"), object);
    JsonNode own = cut(shapes.path(object.path("kind").asText()), object);
    merge(own, kept);
    appliedVersion(item, kept);
    boolean open = startedOpenly(item);
    for (String spec : List.of("/spec", "/spec/template/spec")) {
      for (String containers : List.of("/containers", "/initContainers")) {
        kept.at(spec + containers).forEach(container -> hideStart((ObjectNode) container, open));
      }
    }
    return kept;
  }

  private JsonNode cut(JsonNode shape, JsonNode node) {
    if (shape.isBoolean()) {
      return node;
    }
    if (shape.isTextual()) {
      return cut(shapes.get(shape.textValue()), node);
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (JsonNode element : node) {
        if (element.isContainerNode()) {
          array.add(cut(shape, element));
        }
      }
      return array;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(field -> shape.has(field.getKey()))
        .forEach(
            field -> object.set(field.getKey(), cut(shape.get(field.getKey()), field.getValue())));
    return object;
  }

  private static void merge(JsonNode from, ObjectNode into) {
    from.properties()
        .forEach(
            field -> {
              if (into.get(field.getKey()) instanceof ObjectNode known) {
                merge(field.getValue(), known);
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }

  /** Of what was last applied, which may hold anything, only the version is read. */
  private static void appliedVersion(Item item, ObjectNode kept) {
    if (kept.at("/metadata/annotations") instanceof ObjectNode annotations) {
      annotations.remove(LAST_APPLIED);
    }
    String version = item.meta().appliedVersion();
    if (!version.isEmpty()) {
      kept.withObject("/metadata/annotations")
          .put(LAST_APPLIED, "{\"apiVersion\":\"" + version + "\"}");
    }
  }

  /** What the driver and providers are started with is looked at; that of apps is nobody's. */
  private static boolean startedOpenly(Item item) {
    Pod pod = item instanceof Workload workload ? workload.template() : null;
    if (item instanceof Pod self) {
      pod = self;
    }
    return pod != null && pod.containers().stream().anyMatch(c -> !c.words().isEmpty());
  }

  private static void hideStart(ObjectNode container, boolean open) {
    if (!open) {
      container.remove("command");
      container.remove("args");
    }
    for (JsonNode variable : container.path("env")) {
      if (!VARIABLES.contains(variable.path("name").asText())) {
        ((ObjectNode) variable).remove("value");
      }
    }
  }
}
