package io.keycheck.diagnose.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what a reader finds, and what it could not read.
 *
 * <p>Nothing counts as read until the reader says so: what it does not speak of is unreadable. Of
 * an object that comes twice the last one counts.
 */
public final class SnapshotBuilder {
  private final Shelves shelves;
  private final Map<Place, Read<Void>> states = new HashMap<>();
  private final Set<String> whole = new HashSet<>();
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
    this(SnapshotBuilder::right, Long.MAX_VALUE);
  }

  /**
   * Gathers from where it takes something else to read more.
   *
   * @param mostLoose from how many bytes on objects that are added as of many are held packed
   */
  public SnapshotBuilder(Needs needs, long mostLoose) {
    this.shelves = new Shelves(mostLoose);
    this.needs = needs;
    this.parts = Read.unreadable(needs.of("", Kind.POD));
    this.log = Read.unreadable("get pods/log of the driver's pods");
  }

  /** Adds an object. */
  public void add(Item item) {
    shelves.add(kindOf(item), item);
  }

  /**
   * Adds an object of many: where there are very many, they are held packed.
   *
   * @param bytes about how many bytes it takes as it is
   */
  public void add(Item item, long bytes) {
    add(item);
    shelves.grow(bytes);
  }

  /** Returns about how many bytes are held of the objects that were added as of many. */
  public long bytes() {
    return shelves.bytes();
  }

  /** Says that all objects of a namespace were added. */
  public void knownIn(String namespace) {
    whole.add(namespace);
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
    return shelves.all(kind);
  }

  /** Returns the namespaces of what was added so far of a kind, in their order. */
  public Set<String> namespaces(Kind<?> kind) {
    return shelves.namespaces(kind);
  }

  /** Returns whether a pod of the driver or of a provider was added. */
  public boolean anyPart() {
    return !shelves.parts().isEmpty();
  }

  /** Returns what was gathered; later additions do not change it. */
  public Snapshot build() {
    Map<Place, Read<Void>> said = Map.copyOf(states);
    Set<String> all = Set.copyOf(whole);
    HeldSnapshot.States state =
        (namespace, kind) -> {
          Read<Void> own = said.get(new Place(namespace, kind));
          if (own == null && kind.namespaced() && all.contains(namespace)) {
            return Read.known(null);
          }
          Read<Void> everywhere = said.get(new Place("", kind));
          if (own != null && (own.isKnown() || everywhere == null || !everywhere.isKnown())) {
            return own;
          }
          return everywhere == null ? Read.unreadable(needs.of(namespace, kind)) : everywhere;
        };
    Set<String> namespaces = new HashSet<>(all);
    said.keySet().forEach(place -> namespaces.add(place.namespace()));
    return new HeldSnapshot(shelves.copy(), state, namespaces, parts, log, List.copyOf(notes));
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
