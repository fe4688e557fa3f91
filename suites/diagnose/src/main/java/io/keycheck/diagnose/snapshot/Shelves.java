package io.keycheck.diagnose.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Objects by kind, namespace and name; of those that come twice the last one counts.
 *
 * <p>Where there are very many, those of namespaces are packed, and made anew for who asks for
 * them: one namespace after the other, as they are judged.
 */
final class Shelves {
  /** Kinds of a few namespaces, that of the environment which is judged among them. */
  private static final int MOST_UNPACKED = 24;

  private final Map<Kind<?>, Map<String, Map<String, Item>>> loose;
  private final Map<Kind<?>, Map<String, List<byte[]>>> packages;
  private final Map<String, Map<String, Pod>> parts;
  private final Map<Place, Collection<Item>> unpacked =
      new LinkedHashMap<>(MOST_UNPACKED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Collection<Item>> eldest) {
          return size() > MOST_UNPACKED;
        }
      };
  private final long mostLoose;
  private Packer packer;
  private long looseBytes;
  private long packedBytes;

  private record Place(Kind<?> kind, String namespace) {}

  /**
   * Makes empty ones.
   *
   * @param mostLoose in bytes, by the measure of who adds: with less, nothing is ever packed
   */
  Shelves(long mostLoose) {
    this(mostLoose, new HashMap<>(), new HashMap<>(), new TreeMap<>(), null);
  }

  private Shelves(
      long mostLoose,
      Map<Kind<?>, Map<String, Map<String, Item>>> loose,
      Map<Kind<?>, Map<String, List<byte[]>>> packages,
      Map<String, Map<String, Pod>> parts,
      Packer packer) {
    this.mostLoose = mostLoose;
    this.loose = loose;
    this.packages = packages;
    this.parts = parts;
    this.packer = packer;
  }

  void add(Kind<?> kind, Item item) {
    unpacked.clear();
    Meta meta = item.meta();
    put(loose.computeIfAbsent(kind, each -> new TreeMap<>()), meta, item);
    if (item instanceof Pod pod && Installed.isPart(pod)) {
      put(parts, meta, pod);
    } else if (item instanceof Pod && parts.containsKey(meta.namespace())) {
      parts.get(meta.namespace()).remove(meta.name());
    }
  }

  private static <T> void put(Map<String, Map<String, T>> byNamespace, Meta meta, T item) {
    byNamespace
        .computeIfAbsent(meta.namespace(), namespace -> new LinkedHashMap<>())
        .put(meta.name(), item);
  }

  /** Takes note that what was added takes more bytes, and packs what there is when it is much. */
  void grow(long bytes) {
    looseBytes += bytes;
    if (looseBytes > mostLoose) {
      pack();
    }
  }

  /** Returns how many bytes all of it takes, by the measure of who added it. */
  long bytes() {
    return looseBytes + packedBytes;
  }

  private void pack() {
    if (packer == null) {
      packer = new Packer();
    }
    loose.forEach(
        (kind, byNamespace) -> {
          if (kind.namespaced()) {
            byNamespace.forEach((namespace, items) -> pack(kind, namespace, items.values()));
            byNamespace.clear();
          }
        });
    looseBytes = 0;
  }

  private void pack(Kind<?> kind, String namespace, Collection<Item> items) {
    byte[] packed = packer.pack(kind, items);
    packages
        .computeIfAbsent(kind, each -> new TreeMap<>())
        .computeIfAbsent(namespace, each -> new ArrayList<>(1))
        .add(packed);
    packedBytes += packed.length + 100;
  }

  /** Returns what there is by now; what is added later does not change it. */
  Shelves copy() {
    if (packer != null) {
      pack();
    }
    Map<Kind<?>, Map<String, Map<String, Item>>> items = new HashMap<>();
    loose.forEach((kind, shelf) -> items.put(kind, copy(shelf)));
    Map<Kind<?>, Map<String, List<byte[]>>> packed = new HashMap<>();
    packages.forEach(
        (kind, shelf) -> {
          Map<String, List<byte[]>> lists = new TreeMap<>();
          shelf.forEach((namespace, list) -> lists.put(namespace, List.copyOf(list)));
          packed.put(kind, lists);
        });
    return new Shelves(mostLoose, items, packed, copy(parts), packer);
  }

  private static <T> Map<String, Map<String, T>> copy(Map<String, Map<String, T>> shelf) {
    Map<String, Map<String, T>> copy = new TreeMap<>();
    shelf.forEach((namespace, named) -> copy.put(namespace, new LinkedHashMap<>(named)));
    return copy;
  }

  /** Returns the namespaces that there are objects of, in their order; one may be empty. */
  Set<String> namespaces(Kind<?> kind) {
    Set<String> namespaces = new TreeSet<>(loose.getOrDefault(kind, Map.of()).keySet());
    namespaces.addAll(packages.getOrDefault(kind, Map.of()).keySet());
    return namespaces;
  }

  <T extends Item> List<T> in(String namespace, Kind<T> kind) {
    Collection<Item> here =
        packages.getOrDefault(kind, Map.of()).containsKey(namespace)
            ? unpacked(namespace, kind)
            : loose.getOrDefault(kind, Map.of()).getOrDefault(namespace, Map.of()).values();
    return here.stream().map(kind.type()::cast).toList();
  }

  private Collection<Item> unpacked(String namespace, Kind<?> kind) {
    synchronized (unpacked) {
      return unpacked.computeIfAbsent(new Place(kind, namespace), this::unpack);
    }
  }

  private Collection<Item> unpack(Place place) {
    Map<String, Item> named = new LinkedHashMap<>();
    for (byte[] packed : packages.get(place.kind()).get(place.namespace())) {
      packer.unpack(place.kind(), packed).forEach(item -> named.put(item.meta().name(), item));
    }
    named.putAll(
        loose.getOrDefault(place.kind(), Map.of()).getOrDefault(place.namespace(), Map.of()));
    return named.values();
  }

  <T extends Item> List<T> all(Kind<T> kind) {
    List<T> all = new ArrayList<>();
    namespaces(kind).forEach(namespace -> all.addAll(in(namespace, kind)));
    return all;
  }

  /** Returns the pods of the driver and of providers, which are never packed. */
  List<Pod> parts() {
    return parts.values().stream().flatMap(named -> named.values().stream()).toList();
  }
}
