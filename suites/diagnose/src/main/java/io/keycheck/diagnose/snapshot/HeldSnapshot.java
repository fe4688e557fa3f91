package io.keycheck.diagnose.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A snapshot that is all in memory. */
final class HeldSnapshot implements Snapshot {
  private final Map<Kind<?>, Map<String, List<Item>>> items;
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
      Map<Kind<?>, Map<String, List<Item>>> items,
      States states,
      Set<String> spokenOf,
      Read<Void> partsRead,
      Read<List<String>> log,
      List<String> notes) {
    this.items = items;
    this.states = states;
    this.log = log;
    this.notes = notes;
    TreeSet<String> all = new TreeSet<>(spokenOf);
    items.forEach(
        (kind, byNamespace) -> {
          if (kind.namespaced()) {
            all.addAll(byNamespace.keySet());
          }
        });
    all.remove("");
    this.namespaces = Set.copyOf(all);
    List<Pod> recognised = seen(Kind.POD).stream().filter(Installed::isPart).toList();
    this.parts = partsRead.map(nothing -> recognised);
  }

  @Override
  public Set<String> namespaces() {
    return namespaces;
  }

  @Override
  public <T extends Item> Read<List<T>> in(String namespace, Kind<T> kind) {
    return states.of(namespace, kind).map(nothing -> cast(kind, namespace));
  }

  @Override
  public <T extends Item> Read<List<T>> all(Kind<T> kind) {
    return states.of("", kind).map(nothing -> seen(kind));
  }

  @Override
  public <T extends Item> List<T> seen(Kind<T> kind) {
    List<T> seen = new ArrayList<>();
    items.getOrDefault(kind, Map.of()).keySet().forEach(n -> seen.addAll(cast(kind, n)));
    return List.copyOf(seen);
  }

  private <T extends Item> List<T> cast(Kind<T> kind, String namespace) {
    return items.getOrDefault(kind, Map.of()).getOrDefault(namespace, List.of()).stream()
        .map(kind.type()::cast)
        .toList();
  }

  @Override
  public <T extends Item> List<T> seenIn(String namespace, Kind<T> kind) {
    return cast(kind, namespace);
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
