package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reading found: for the checks, and as objects for a file. */
final class Gathered {
  private final SnapshotBuilder snapshot = new SnapshotBuilder();
  private final Map<Kind<?>, List<ObjectNode>> objects = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part of what there is to read.
   *
   * @param kind the kind; absent for the pods of the driver and of providers
   * @param namespace its namespace; empty for the cluster, or all namespaces
   * @param needs what it takes to read it; empty where it was read
   */
  record Part(Optional<Kind<?>> kind, String namespace, String needs) {
    String what() {
      return kind.map(Lister::resource).orElse("pods of the driver and of providers");
    }
  }

  /** Takes what came of listing all objects of a kind, or all in a namespace. */
  void take(Kind<?> kind, String namespace, Listed listed) {
    if (listed instanceof Listed.NotRead notRead) {
      snapshot.unreadable(namespace, kind, notRead.needs());
      parts.add(new Part(Optional.of(kind), namespace, notRead.needs()));
      return;
    }
    if (listed instanceof Listed.All all) {
      add(kind, all);
    }
    if (namespace.isEmpty()) {
      snapshot.knownAll(kind);
    } else {
      snapshot.knownIn(namespace, kind);
    }
    parts.add(new Part(Optional.of(kind), namespace, ""));
  }

  /** Takes objects that are not all there are. */
  void add(Kind<?> kind, Listed.All some) {
    some.items().forEach(snapshot::add);
    objects.computeIfAbsent(kind, each -> new ArrayList<>()).addAll(some.kept());
  }

  /** Returns whether all objects of a kind, or all in a namespace, were read. */
  boolean isRead(Kind<?> kind, String namespace) {
    return parts.contains(new Part(Optional.of(kind), namespace, ""));
  }

  void driverPods(String needs) {
    if (needs.isEmpty()) {
      snapshot.driverPodsKnown();
    } else {
      snapshot.driverPodsUnreadable(needs);
    }
    parts.add(new Part(Optional.empty(), "", needs));
  }

  SnapshotBuilder snapshot() {
    return snapshot;
  }

  Map<Kind<?>, List<ObjectNode>> objects() {
    return objects;
  }

  List<Part> parts() {
    return parts;
  }
}
