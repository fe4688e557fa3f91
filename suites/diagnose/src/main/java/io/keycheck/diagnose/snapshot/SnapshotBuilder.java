package io.keycheck.diagnose.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers what a reader finds, and what it could not read.
 *
 * <p>Nothing counts as read until the reader says so: what it does not speak of is unreadable. Of
 * an object that comes twice the last one counts.
 */
public final class SnapshotBuilder {
  private final Map<Kind<?>, Map<String, Map<String, Item>>> items = new HashMap<>();
  private final Map<Place, Read<Void>> states = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Needs needs;
  private Read<Void> parts;
  private Read<List<String>> log;

  /** Says what it takes to read objects that a reader did not speak of. */
  public interface Needs {
    /**
     * Returns what it takes, such as {@code list pods in namespace shop}.
     *
     * @param namespace the namespace, or empty for a kind without, or for all namespaces
     */
    String of(String namespace, Kind<?> kind);
  }

  private record Place(String namespace, Kind<?> kind) {}

  /** Gathers from a cluster: what is unreadable takes the right to list it. */
  public SnapshotBuilder() {
    this(SnapshotBuilder::right);
  }

  /** Gathers from where it takes something else to read more. */
  public SnapshotBuilder(Needs needs) {
    this.needs = needs;
    this.parts = Read.unreadable(needs.of("", Kind.POD));
    this.log = Read.unreadable("get pods/log of the driver's pods");
  }

  /** Adds an object. */
  public void add(Item item) {
    Meta meta = item.meta();
    items
        .computeIfAbsent(kindOf(item), kind -> new TreeMap<>())
        .computeIfAbsent(meta.namespace(), namespace -> new LinkedHashMap<>())
        .put(meta.name(), item);
  }

  /** Says that all objects of a kind in a namespace were added. */
  public void knownIn(String namespace, Kind<?> kind) {
    states.put(new Place(namespace, kind), Read.known(null));
  }

  /** Says that all objects of a kind were added: of the cluster, or of every namespace. */
  public void knownAll(Kind<?> kind) {
    states.put(new Place("", kind), Read.known(null));
  }

  /** Says that the objects of a kind in a namespace could not be read, and what it takes. */
  public void unreadable(String namespace, Kind<?> kind, String needed) {
    states.put(new Place(namespace, kind), Read.unreadable(needed));
  }

  /** Says that the objects of a kind could not be read anywhere, and what it takes. */
  public void unreadable(Kind<?> kind, String needed) {
    unreadable("", kind, needed);
  }

  /** Says that the pods of the driver and of all providers were added. */
  public void driverPodsKnown() {
    parts = Read.known(null);
  }

  /** Says that the pods of the driver and of providers could not be read, and what it takes. */
  public void driverPodsUnreadable(String needed) {
    parts = Read.unreadable(needed);
  }

  /** Takes lines of the driver's log that speak of mounts that failed. */
  public void driverLog(List<String> lines) {
    log = Read.known(List.copyOf(lines));
  }

  /** Says that the driver's log could not be read, and what it takes. */
  public void driverLogUnreadable(String needed) {
    log = Read.unreadable(needed);
  }

  /** Adds what should be known about the reading, in one sentence. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  /** Returns what was added so far of a kind, wherever. */
  public <T extends Item> List<T> seen(Kind<T> kind) {
    List<T> seen = new ArrayList<>();
    items.getOrDefault(kind, Map.of()).values().stream()
        .flatMap(named -> named.values().stream())
        .forEach(item -> seen.add(kind.type().cast(item)));
    return seen;
  }

  /** Returns what was gathered; later additions do not change it. */
  public Snapshot build() {
    Map<Kind<?>, Map<String, List<Item>>> gathered = new HashMap<>();
    items.forEach(
        (kind, byNamespace) -> {
          Map<String, List<Item>> lists = new TreeMap<>();
          byNamespace.forEach((namespace, named) -> lists.put(namespace, copy(named.values())));
          gathered.put(kind, lists);
        });
    Map<Place, Read<Void>> said = Map.copyOf(states);
    HeldSnapshot.States state =
        (namespace, kind) -> {
          Read<Void> own = said.get(new Place(namespace, kind));
          Read<Void> everywhere = said.get(new Place("", kind));
          if (own != null && (own.isKnown() || everywhere == null || !everywhere.isKnown())) {
            return own;
          }
          return everywhere == null ? Read.unreadable(needs.of(namespace, kind)) : everywhere;
        };
    Set<String> namespaces = new LinkedHashSet<>();
    said.keySet().forEach(place -> namespaces.add(place.namespace()));
    return new HeldSnapshot(gathered, state, namespaces, parts, log, List.copyOf(notes));
  }

  private static List<Item> copy(Collection<Item> items) {
    return List.copyOf(items);
  }

  private static Kind<?> kindOf(Item item) {
    String name = item instanceof Workload workload ? workload.kind() : "";
    for (Kind<?> kind : Kind.all()) {
      if (kind.type() == item.getClass() && (name.isEmpty() || kind.name().equals(name))) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind that is read has items such as " + item.getClass());
  }

  private static String right(String namespace, Kind<?> kind) {
    String resource =
        kind.group().isEmpty() ? kind.resource() : kind.resource() + "." + kind.group();
    return kind.namespaced() && !namespace.isEmpty()
        ? "list %s in namespace %s".formatted(resource, namespace)
        : "list " + resource;
  }
}
