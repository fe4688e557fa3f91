package io.keycheck.diagnose.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A snapshot that is all in memory, some of it packed. */
final class HeldSnapshot implements Snapshot {
  private final Shelves shelves;
  private final States states;
  private final Set<String> namespaces;
  private final Read<List<Pod>> parts;
  private final Read<List<String>> log;
  private final List<String> notes;

  /** Says whether all objects of a kind were read. */
  interface States {
    /**
     * Returns a known nothing, or why not.
     *
     * @param namespace the namespace, or empty for the cluster or all namespaces
     */
    Read<Void> of(String namespace, Kind<?> kind);
  }

  HeldSnapshot(
      Shelves shelves,
      States states,
      Set<String> spokenOf,
      Read<Void> partsRead,
      Read<List<String>> log,
      List<String> notes) {
    this.shelves = shelves;
    this.states = states;
    this.log = log;
    this.notes = notes;
    Set<String> all = new HashSet<>(spokenOf);
    Kind.all().stream()
        .filter(Kind::namespaced)
        .forEach(kind -> all.addAll(shelves.namespaces(kind)));
    all.remove("");
    this.namespaces = Set.copyOf(all);
    this.parts = partsRead.map(nothing -> shelves.parts());
  }

  @Override
  public Set<String> namespaces() {
    return namespaces;
  }

  @Override
  public <T extends Item> Read<List<T>> in(String namespace, Kind<T> kind) {
    return states.of(namespace, kind).map(nothing -> shelves.in(namespace, kind));
  }

  @Override
  public <T extends Item> Read<List<T>> all(Kind<T> kind) {
    return states.of("", kind).map(nothing -> seen(kind));
  }

  @Override
  public <T extends Item> List<T> seen(Kind<T> kind) {
    return shelves.all(kind);
  }

  @Override
  public <T extends Item> List<T> seenIn(String namespace, Kind<T> kind) {
    return shelves.in(namespace, kind);
  }

  @Override
  public Read<List<Pod>> driverAndProviderPods() {
    return parts;
  }

  @Override
  public Read<List<String>> driverLog() {
    return log;
  }

  @Override
  public List<String> notes() {
    return notes;
  }
}
