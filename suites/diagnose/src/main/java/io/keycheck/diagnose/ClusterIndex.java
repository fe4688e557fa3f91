package io.keycheck.diagnose;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.snapshot.CsiDriver;
import io.keycheck.diagnose.snapshot.CsiNode;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Node;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a snapshot holds of the cluster, by name and by node: looked up once for each question. */
final class ClusterIndex {
  private final Read<Map<String, Node>> nodes;
  private final Read<Map<String, CsiNode>> csiNodes;
  private final Read<Map<String, CsiDriver>> csiDrivers;
  private final Read<List<Pod>> drivers;
  private final Read<Map<String, List<Pod>>> partsByNode;
  private final Snapshot snapshot;
  private Map<String, List<String>> namespacesOfClasses;
  private Optional<Boolean> anyClass = Optional.empty();
  private final Map<Pod, Optional<Provider>> providers = new IdentityHashMap<>();

  ClusterIndex(Snapshot snapshot) {
    this.snapshot = snapshot;
    nodes = byName(snapshot, Kind.NODE);
    csiNodes = byName(snapshot, Kind.CSI_NODE);
    csiDrivers = byName(snapshot, Kind.CSI_DRIVER);
    drivers = snapshot.driverAndProviderPods().map(ClusterIndex::drivers);
    partsByNode =
        snapshot
            .driverAndProviderPods()
            .map(pods -> pods.stream().collect(Collectors.groupingBy(Pod::node)));
    snapshot
        .driverAndProviderPods()
        .orElse(List.of())
        .forEach(pod -> providers.put(pod, Installed.provider(pod)));
  }

  private static List<Pod> drivers(List<Pod> pods) {
    return pods.stream().filter(Installed::isDriver).toList();
  }

  private static <T extends Item> Read<Map<String, T>> byName(Snapshot snapshot, Kind<T> kind) {
    return snapshot.all(kind).map(ClusterIndex::byName);
  }

  static <T extends Item> Map<String, T> byName(List<T> items) {
    return items.stream()
        .collect(
            Collectors.toMap(
                item -> item.meta().name(),
                Function.identity(),
                (one, other) -> other,
                LinkedHashMap::new));
  }

  /** Asked for every environment; the first class that is found answers. */
  synchronized boolean anyClass() {
    if (anyClass.isEmpty()) {
      anyClass =
          Optional.of(
              snapshot.namespaces().stream()
                  .anyMatch(each -> !snapshot.seenIn(each, Kind.CLASS).isEmpty()));
    }
    return anyClass.get();
  }

  /** Returns the classes of this name that were seen, wherever. */
  List<SecretProviderClass> classesNamed(String name) {
    return namespacesOfClasses().getOrDefault(name, List.of()).stream()
        .flatMap(namespace -> snapshot.seenIn(namespace, Kind.CLASS).stream())
        .filter(each -> each.meta().name().equals(name))
        .toList();
  }

  /** Looked up where a class is missing, for in a large cluster all would be unpacked. */
  private synchronized Map<String, List<String>> namespacesOfClasses() {
    if (namespacesOfClasses == null) {
      namespacesOfClasses = new HashMap<>();
      for (String namespace : new TreeSet<>(snapshot.namespaces())) {
        for (SecretProviderClass each : snapshot.seenIn(namespace, Kind.CLASS)) {
          namespacesOfClasses
              .computeIfAbsent(each.meta().name(), name -> new ArrayList<>(1))
              .add(namespace);
        }
      }
    }
    return namespacesOfClasses;
  }

  Read<Optional<Node>> node(String name) {
    return nodes.map(all -> Optional.ofNullable(all.get(name)));
  }

  Read<Optional<CsiNode>> csiNode(String name) {
    return csiNodes.map(all -> Optional.ofNullable(all.get(name)));
  }

  Read<Map<String, CsiDriver>> csiDrivers() {
    return csiDrivers;
  }

  Read<List<Pod>> drivers() {
    return drivers;
  }

  Read<List<Pod>> partsOn(String node) {
    return partsByNode.map(all -> all.getOrDefault(node, List.of()));
  }

  Optional<Provider> provider(Pod part) {
    return providers.getOrDefault(part, Optional.empty());
  }
}
