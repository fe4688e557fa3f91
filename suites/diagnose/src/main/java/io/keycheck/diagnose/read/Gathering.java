package io.keycheck.diagnose.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Projection;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the objects of files, and says what they are evidence of. */
final class Gathering {
  /** Of these, files seldom hold all, and that one is missing would be said for nothing. */
  private static final Set<Kind<?>> NEVER_ALL_BY_CHANCE =
      Set.of(Kind.CLUSTER_ROLE, Kind.CLUSTER_ROLE_BINDING);

  private final SnapshotBuilder builder;
  private final List<Contents> contents = new ArrayList<>();
  private final Set<String> leftOut = new TreeSet<>();
  private final String namespace;
  private final long room = Runtime.getRuntime().maxMemory() / 10 * 7;
  private boolean anyObject;
  private boolean anyKept;
  private boolean anySecret;
  private long nameless;

  /**
   * Gathers.
   *
   * @param namespace the namespace of objects that name none
   * @param mostLoose from how many bytes on objects are held packed
   */
  Gathering(String namespace, long mostLoose) {
    this.namespace = namespace;
    this.builder = new SnapshotBuilder(Gathering::needs, mostLoose);
  }

  /** Takes an object; what is none of a cluster, or none that is looked at, is left out. */
  void take(JsonNode object, long size, Place place) throws ReadFailed {
    String kind = object.path("kind").asText();
    if (kind.endsWith("List") && object.path("items").isArray()) {
      for (JsonNode item : object.path("items")) {
        take(item, size / Math.max(1, object.path("items").size()), place);
      }
      return;
    }
    if (!object.path("apiVersion").isTextual() || kind.isEmpty()) {
      nameless++;
      return;
    }
    anyObject = true;
    if (Contents.is(object)) {
      contents.add(Contents.of(object));
      return;
    }
    place(object);
    Optional<Item> item = Projection.of(object);
    if (item.isPresent()) {
      keep(item.get(), size, place);
    } else {
      leaveOut(object, kind);
    }
  }

  /** What is kept is less than what was read: pods by two thirds. */
  private void keep(Item item, long size, Place place) throws ReadFailed {
    anyKept = true;
    builder.add(item, 400 + size / 3);
    if (builder.bytes() > room) {
      throw place.failed(
          "it holds more than fits into memory; read fewer namespaces, or give Java more (-Xmx).");
    }
  }

  private void place(JsonNode object) {
    boolean hasPlace = object.path("metadata").path("namespace").isTextual();
    if (!hasPlace
        && object.path("metadata") instanceof ObjectNode metadata
        && Projection.kindOf(object).filter(Kind::namespaced).isPresent()) {
      metadata.put("namespace", namespace);
    }
  }

  private void leaveOut(JsonNode object, String kind) {
    if (kind.equals("Secret")) {
      anySecret = true;
    } else if (Projection.kindOf(object).isEmpty() && leftOut.size() < 20) {
      leftOut.add(kind.length() > 60 ? kind.substring(0, 60) + "…" : kind);
    } else if (object.path("metadata").path("name").asText().isEmpty()) {
      nameless++;
    }
  }

  void note(String sentence) {
    builder.note(sentence);
  }

  /**
   * Returns what was gathered.
   *
   * @throws ReadFailed if there was no object of a cluster
   */
  Snapshot snapshot() throws ReadFailed {
    if (!anyObject) {
      throw new ReadFailed(
          "There is no object of a cluster in what was named; expected is what 'kubectl get … -o"
              + " json' or '-o yaml' prints.");
    }
    settle();
    contents.forEach(each -> each.tell(builder));
    if (anySecret) {
      builder.note("Secrets were among the objects; nothing of them was looked at.");
    }
    if (!anyKept && !leftOut.isEmpty()) {
      builder.note("Nothing here is looked at; no check needs " + String.join(", ", leftOut) + ".");
    }
    if (nameless > 0) {
      builder.note(
          "%,d parts without apiVersion, kind and name were left out.".formatted(nameless));
    }
    return builder.build();
  }

  private void settle() {
    builder.namespaces(Kind.POD).forEach(builder::knownIn);
    boolean anyNode = !builder.seen(Kind.NODE).isEmpty();
    for (Kind<?> kind : Kind.all()) {
      if (!kind.namespaced()
          && (NEVER_ALL_BY_CHANCE.contains(kind) ? !builder.seen(kind).isEmpty() : anyNode)) {
        builder.knownAll(kind);
      }
    }
    if (builder.anyPart()) {
      builder.driverPodsKnown();
    } else {
      builder.driverPodsUnreadable("pods of the driver and of its providers among the files");
    }
    builder.driverLogUnreadable("the driver's log, which files do not hold");
  }

  private static String needs(String namespace, Kind<?> kind) {
    String plural = kind.resource();
    if (kind.equals(Kind.POD)) {
      return "pods of namespace %s among the files".formatted(namespace);
    }
    return kind.namespaced()
        ? "%s among the files, with the pods of namespace %s".formatted(plural, namespace)
        : "%s among the files, with the nodes of the cluster".formatted(plural);
  }
}
