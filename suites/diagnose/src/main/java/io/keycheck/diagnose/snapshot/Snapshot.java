package io.keycheck.diagnose.snapshot;

import java.util.List;
import java.util.Set;

/**
 * What was read of a cluster at one time; it does not change.
 *
 * <p>Absence is evidence only where a part is {@link Read.Known}: a reader, live or from files,
 * decides that.
 */
public interface Snapshot {
  /** Returns the namespaces that anything was read of. */
  Set<String> namespaces();

  /** Returns the objects of a kind in a namespace. */
  <T extends Item> Read<List<T>> in(String namespace, Kind<T> kind);

  /** Returns all objects of a kind: of the cluster, or of every namespace. */
  <T extends Item> Read<List<T>> all(Kind<T> kind);

  /** Returns whatever was seen of a kind, wherever; that something is not in it means nothing. */
  <T extends Item> List<T> seen(Kind<T> kind);

  /** Returns what was seen of a kind in a namespace, as {@link #seen(Kind)} does. */
  default <T extends Item> List<T> seenIn(String namespace, Kind<T> kind) {
    return seen(kind).stream().filter(item -> item.meta().namespace().equals(namespace)).toList();
  }

  /**
   * Returns the pods of the driver and of providers, in whatever namespaces they run; files that
   * hold any of them are taken to hold all.
   */
  Read<List<Pod>> driverAndProviderPods();

  /**
   * Returns lines of the driver's log that speak of mounts that failed, as far as they were asked
   * for and could be read.
   */
  Read<List<String>> driverLog();

  /** Returns what should be known about the reading, one sentence each. */
  List<String> notes();
}
