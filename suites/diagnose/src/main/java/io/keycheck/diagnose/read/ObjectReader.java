package io.keycheck.diagnose.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the objects of a text: one, several in a row, a list of any kind, or an array.
 *
 * <p>The objects of a list are taken one by one, so that the length of a text does not matter.
 */
final class ObjectReader {
  /** No text of a cluster is longer: an API server takes requests of a few megabytes. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(500).maxStringLength(32 << 20).build();

  private final JsonFactory json =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          // Names come from whoever wrote the file: a table of all of them would only grow.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();
  private final YAMLFactory yaml;

  ObjectReader() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    yaml = new YamlWithAnchors(options, LIMITS);
  }

  /** Takes an object and a measure of the memory that it takes, in bytes. */
  interface Sink {
    void take(JsonNode object, long size) throws ReadFailed;
  }

  /**
   * Reads all objects of a text.
   *
   * @param isJson whether it is JSON, and YAML if not
   * @return whether any object had a field twice
   */
  boolean read(Reader text, boolean isJson, Place place, Sink sink) throws ReadFailed {
    String language = isJson ? "JSON" : "YAML";
    try (JsonParser parser = isJson ? json.createParser(text) : yaml.createParser(text)) {
      TreeReader trees = new TreeReader(parser, place);
      while (parser.nextToken() != null) {
        root(parser, trees, place, sink);
      }
      return trees.repeats();
    } catch (StreamConstraintsException e) {
      throw place.failed(
          e.getLocation(),
          "a text, a number or the nesting here goes beyond what any object of a cluster holds.");
    } catch (JsonEOFException e) {
      throw place.failed(e.getLocation(), TreeReader.ENDS_EARLY);
    } catch (JsonProcessingException e) {
      throw place.failed(e.getLocation(), wrong(language));
    } catch (YAMLException e) {
      throw place.failed(wrong(language));
    } catch (IOException e) {
      throw place.failed("it could not be read to its end: " + e.getMessage());
    }
  }

  /** What stands there is not quoted: it may be part of a Secret. */
  private static String wrong(String language) {
    return "this is no %s; save it again with 'kubectl get … -o %s', or mend it here."
        .formatted(language, language.equals("JSON") ? "json" : "yaml");
  }

  private static void root(JsonParser parser, TreeReader trees, Place place, Sink sink)
      throws IOException, ReadFailed {
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, trees, place, sink);
      case START_ARRAY -> elements(parser, trees, JsonNodeFactory.instance.objectNode(), sink);
      // An empty document of YAML.
      case VALUE_NULL -> {}
      case VALUE_STRING -> {
        if (!parser.getText().isBlank()) {
          throw noObject(parser, place);
        }
      }
      default -> throw noObject(parser, place);
    }
  }

  private static ReadFailed noObject(JsonParser parser, Place place) {
    return place.failed(
        parser.currentTokenLocation(),
        "this is no object; expected is what 'kubectl get … -o json' or '-o yaml' prints.");
  }

  private static void object(JsonParser parser, TreeReader trees, Place place, Sink sink)
      throws IOException, ReadFailed {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    boolean isList = false;
    long size = 0;
    while (trees.next() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = trees.next();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        isList = true;
        elements(parser, trees, own, sink);
      } else if (TreeReader.isData(name)) {
        parser.skipChildren();
      } else {
        own.set(name, trees.read(false));
        size += trees.size();
      }
    }
    if (!isList) {
      sink.take(own, size);
    }
  }

  private static void elements(JsonParser parser, TreeReader trees, ObjectNode list, Sink sink)
      throws IOException, ReadFailed {
    while (trees.next() != JsonToken.END_ARRAY) {
      JsonNode element = trees.read(true);
      sink.take(named(element, list), trees.size());
    }
  }

  /** The objects of a list that an API server gives do not repeat what the list says. */
  private static JsonNode named(JsonNode element, ObjectNode list) {
    String kind = list.path("kind").asText();
    if (element instanceof ObjectNode object
        && !object.has("kind")
        && kind.endsWith("List")
        && kind.length() > "List".length()) {
      object.put("kind", kind.substring(0, kind.length() - "List".length()));
      object.set("apiVersion", list.path("apiVersion"));
    }
    return element;
  }
}
