package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Projection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether the cluster has the kinds of the driver, from what every account may ask: their
 * lists, and which kinds a group has. CustomResourceDefinitions need not be read for it.
 */
final class ServedKinds {
  private static final int NOT_FOUND = 404;

  private final ReadOnlyClient client;

  ServedKinds(ReadOnlyClient client) {
    this.client = client;
  }

  /**
   * Tells the gathered which of the driver's kinds there are.
   *
   * @param classes what came of listing the classes
   * @return how many requests that took
   */
  int tell(Listed classes, Gathered gathered) {
    if (classes instanceof Listed.All) {
      return known(List.of(Kind.CLASS, Kind.CLASS_POD_STATUS), gathered, 0);
    }
    if (classes instanceof Listed.NotServed) {
      return known(List.of(), gathered, 0);
    }
    Answer answer = client.get(Lister.groupPath(Kind.CLASS.group()));
    if (answer.code() == NOT_FOUND) {
      return known(List.of(), gathered, 1);
    }
    if (answer.isGood()) {
      return known(named(answer), gathered, 1);
    }
    gathered.take(
        Kind.SERVED_KIND, "", new Listed.NotRead("get the API group " + Kind.CLASS.group()));
    return 1;
  }

  private static List<Kind<?>> named(Answer answer) {
    List<Kind<?>> kinds = new ArrayList<>();
    try {
      for (JsonNode resource : new ObjectMapper().readTree(answer.body()).path("resources")) {
        Kind.of(Kind.CLASS.group(), resource.path("kind").asText()).ifPresent(kinds::add);
      }
    } catch (IOException e) {
      // Then it names none.
    }
    return kinds.stream().distinct().toList();
  }

  private static int known(List<Kind<?>> kinds, Gathered gathered, int requests) {
    List<ObjectNode> definitions = kinds.stream().map(ServedKinds::definition).toList();
    gathered.take(
        Kind.SERVED_KIND,
        "",
        new Listed.All(
            definitions.stream().flatMap(each -> Projection.of(each).stream()).toList(),
            definitions));
    return requests;
  }

  /** What is known of the kind, in the shape in which files have it. */
  private static ObjectNode definition(Kind<?> kind) {
    ObjectNode definition = new ObjectMapper().createObjectNode();
    definition.put("apiVersion", "apiextensions.k8s.io/v1");
    definition.put("kind", Kind.SERVED_KIND.name());
    definition.putObject("metadata").put("name", Lister.resource(kind));
    ObjectNode spec = definition.putObject("spec");
    spec.put("group", kind.group());
    spec.putObject("names").put("kind", kind.name());
    ArrayNode versions = spec.putArray("versions");
    versions.addObject().put("name", "v1").put("served", true);
    return definition;
  }
}
