package io.keycheck.reports.diagnosis;

/**
 * Names an object of a cluster.
 *
 * @param kind its kind, such as {@code SecretProviderClass}
 * @param namespace its namespace; empty where the kind has none
 * @param name its name
 */
public record ObjectRef(String kind, String namespace, String name) {
  /** Keeps no more of the names than can be shown. */
  public ObjectRef {
    kind = Kept.name(kind);
    namespace = Kept.name(namespace);
    name = Kept.name(name);
  }

  /**
   * Returns the object as {@code Kind namespace/name}, or {@code Kind name} without a namespace.
   */
  @Override
  public String toString() {
    return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
  }
}
