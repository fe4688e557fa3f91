package io.keycheck.diagnose.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks at objects whose fields may be missing or of the wrong type, which nothing here minds.
 *
 * <p>Files are written by hand, and what an API server keeps is not always what a schema says.
 */
final class Fields {
  /** Longer texts are cut: no check needs more, and a text may be a megabyte of anything. */
  static final int LONGEST_TEXT = 64 * 1024;

  private static final String CUT = " [cut]";

  private Fields() {}

  static JsonNode at(JsonNode object, String... path) {
    JsonNode here = object;
    for (String field : path) {
      here = here.isObject() ? here.path(field) : MissingNode.getInstance();
    }
    return here;
  }

  /** Returns the text there, or an empty one; numbers and booleans are no texts. */
  static String text(JsonNode object, String... path) {
    JsonNode found = at(object, path);
    return found.isTextual() ? cut(found.textValue()) : "";
  }

  /** Returns the text there, shared by all that have the same: for texts that repeat. */
  static String word(JsonNode object, String... path) {
    return text(object, path).intern();
  }

  static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT - CUT.length()) + CUT;
  }

  static Flag flag(JsonNode object, String... path) {
    JsonNode found = at(object, path);
    if (found.isMissingNode() || found.isNull()) {
      return Flag.ABSENT;
    }
    if (!found.isBoolean()) {
      return Flag.MISTYPED;
    }
    return found.booleanValue() ? Flag.TRUE : Flag.FALSE;
  }

  static int number(JsonNode object, int otherwise, String... path) {
    JsonNode found = at(object, path);
    return found.isIntegralNumber() && found.canConvertToInt() ? found.intValue() : otherwise;
  }

  static Optional<Instant> time(JsonNode object, String... path) {
    String text = text(object, path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns what the function makes of each object in the list there. */
  static <T> List<T> each(Function<JsonNode, T> function, JsonNode object, String... path) {
    return elements(at(object, path)).filter(JsonNode::isObject).map(function).toList();
  }

  /** Returns the texts in the list there. */
  static List<String> texts(JsonNode object, String... path) {
    return elements(at(object, path))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .map(text -> cut(text).intern())
        .toList();
  }

  /** Returns the fields there that are texts, in their order; keys and values are shared. */
  static Map<String, String> map(JsonNode object, String... path) {
    Map<String, String> map = new LinkedHashMap<>();
    JsonNode found = at(object, path);
    if (found.isObject()) {
      found.properties().stream()
          .filter(field -> field.getValue().isTextual())
          .forEach(
              field ->
                  map.put(field.getKey().intern(), cut(field.getValue().textValue()).intern()));
    }
    return map;
  }

  /** Returns the names of the fields there, in their order. */
  static List<String> names(JsonNode object, String... path) {
    List<String> names = new ArrayList<>();
    at(object, path).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
  }
}
