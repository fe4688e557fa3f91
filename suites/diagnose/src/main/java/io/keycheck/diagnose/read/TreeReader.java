package io.keycheck.diagnose.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes trees of objects, one at a time, and leaves out what is large and never looked at: the
 * schemas of kinds, the images of nodes, all data of Secrets and ConfigMaps, and of the fields in
 * {@code managedFields} all but whether {@code status} is among them.
 *
 * <p>A tree has no more than {@value #MOST_NODES} nodes, an alias counted as often as it is used,
 * so a few lines that stand for billions of them are refused.
 */
final class TreeReader {
  static final String ENDS_EARLY = "it ends in the middle of an object; save it again, whole.";

  private static final int MOST_NODES = 200_000;
  private static final int DEEPEST = 200;
  private static final String MERGE = "<<";

  /** Of what an entry of {@code managedFields} owns, this alone is looked at. */
  private static final String OWNED = "fieldsV1";

  private static final String OWNED_STATUS = "f:status";

  /** Of an object's own fields, these hold what nobody should read. */
  private static final Set<String> DATA = Set.of("data", "stringData", "binaryData");

  /** Wherever they are, these hold what is large and never looked at. */
  private static final Set<String> IDLE =
      Set.of("openAPIV3Schema", "images", "volumesInUse", "targetPath");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final Place place;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int nodes;
  private long characters;
  private boolean repeats;

  private record Anchored(JsonNode node, int nodes) {}

  TreeReader(JsonParser parser, Place place) {
    this.parser = parser;
    this.place = place;
  }

  /** Returns a measure of the memory that the last tree takes, in bytes and generous. */
  long size() {
    return 16L * nodes + characters;
  }

  /** Returns whether any object so far had a field twice. */
  boolean repeats() {
    return repeats;
  }

  /** Returns the tree that starts at the parser's token, which is a whole object or a part. */
  JsonNode read(boolean whole) throws IOException, ReadFailed {
    nodes = 0;
    characters = 0;
    return node(whole ? 0 : 1);
  }

  private JsonNode node(int depth) throws IOException, ReadFailed {
    int before = nodes;
    count(1);
    if (depth > DEEPEST) {
      throw place.failed(parser.currentTokenLocation(), "nested more than 200 levels deep.");
    }
    String anchor = parser instanceof YAMLParser ? (String) parser.getObjectId() : null;
    JsonNode node = value(depth);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, nodes - before));
    }
    return node;
  }

  private JsonNode value(int depth) throws IOException, ReadFailed {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING ->
          parser instanceof YAMLParser yaml && yaml.isCurrentAlias()
              ? alias(parser.getText())
              : text(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      // No field that is looked at holds a fraction; its text may be as long as one likes.
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(0.5);
      default -> NODES.nullNode();
    };
  }

  private JsonNode text(String text) {
    characters += text.length();
    return NODES.textNode(text);
  }

  private JsonNode integer() throws IOException {
    return parser.getTextLength() <= 18
        ? NODES.numberNode(parser.getLongValue())
        : NODES.numberNode(0.5);
  }

  private JsonNode alias(String name) throws ReadFailed {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw place.failed(
          parser.currentTokenLocation(), "the alias *%s has no anchor before it.".formatted(name));
    }
    count(anchored.nodes());
    return anchored.node();
  }

  private ArrayNode array(int depth) throws IOException, ReadFailed {
    ArrayNode array = NODES.arrayNode();
    while (next() != JsonToken.END_ARRAY) {
      array.add(node(depth + 1));
    }
    return array;
  }

  private ObjectNode object(int depth) throws IOException, ReadFailed {
    ObjectNode object = NODES.objectNode();
    next();
    fields(object, depth);
    return object;
  }

  private void fields(ObjectNode object, int depth) throws IOException, ReadFailed {
    List<JsonNode> merged = new ArrayList<>();
    while (parser.currentToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      next();
      if (IDLE.contains(name) || depth == 0 && DATA.contains(name)) {
        parser.skipChildren();
      } else if (name.equals(OWNED)) {
        owned().ifPresent(owned -> object.set(name, owned));
      } else if (name.equals(MERGE) && parser instanceof YAMLParser) {
        merged.add(node(depth + 1));
      } else {
        repeats |= object.replace(name, node(depth + 1)) != null;
      }
      next();
    }
    merged.forEach(each -> merge(object, each));
  }

  private Optional<ObjectNode> owned() throws IOException, ReadFailed {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.empty();
    }
    count(1);
    ObjectNode owned = NODES.objectNode();
    while (next() != JsonToken.END_OBJECT) {
      boolean status = parser.currentName().equals(OWNED_STATUS);
      next();
      parser.skipChildren();
      if (status) {
        owned.putObject(OWNED_STATUS);
      }
    }
    return Optional.of(owned);
  }

  private static void merge(ObjectNode object, JsonNode merged) {
    if (merged.isArray()) {
      merged.forEach(each -> merge(object, each));
    }
    merged.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
  }

  /** Returns whether an object's own field of this name holds what nobody should read. */
  static boolean isData(String name) {
    return DATA.contains(name);
  }

  /** Goes on to the next token, of which there has to be one. */
  JsonToken next() throws IOException, ReadFailed {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw place.failed(parser.currentLocation(), ENDS_EARLY);
    }
    return token;
  }

  private void count(int more) throws ReadFailed {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw place.failed(
          parser.currentTokenLocation(),
          "one object holds more than %,d values; no object of a cluster does."
              .formatted(MOST_NODES));
    }
  }
}
