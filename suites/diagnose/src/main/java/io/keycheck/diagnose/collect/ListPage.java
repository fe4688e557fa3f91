package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one page of a list as an API server sends it, one object at a time. */
final class ListPage {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ListPage() {}

  /**
   * Reads a page.
   *
   * @param objects takes each object
   * @return the word by which the next page is asked for, or empty after the last
   * @throws IOException if this is no list
   */
  static String read(byte[] page, Consumer<ObjectNode> objects) throws IOException {
    String next = "";
    boolean isList = false;
    try (JsonParser parser = MAPPER.createParser(page)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("items") && value != JsonToken.START_OBJECT) {
          isList = true;
          items(parser, objects);
        } else if (field.equals("metadata")) {
          JsonNode metadata = MAPPER.readTree(parser);
          next = metadata.path("continue").asText();
        } else {
          parser.skipChildren();
        }
      }
    }
    if (!isList) {
      throw new IOException("no list");
    }
    return next;
  }

  /** A list of nothing may be {@code null}. */
  private static void items(JsonParser parser, Consumer<ObjectNode> objects) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (MAPPER.readTree(parser) instanceof ObjectNode object) {
        objects.accept(object);
      }
    }
  }
}
