package io.keycheck.diagnose.collect;

import io.keycheck.diagnose.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A live cluster, read as often as asked; nothing in it is changed, and no watch is opened. */
public final class Live implements AutoCloseable {
  /** As many requests as the lists that are asked for first. */
  private static final int SIDE_BY_SIDE = 12;

  private final Target target;
  private final Access access;
  private final ReadOnlyClient client;
  private final Lister lister;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          SIDE_BY_SIDE,
          task -> {
            Thread thread = new Thread(task, "keycheck-reading");
            thread.setDaemon(true);
            return thread;
          });

  private Live(Target target, Access access, ReadOnlyClient client) {
    this.target = target;
    this.access = access;
    this.client = client;
    this.lister = new Lister(client, target.context());
  }

  /**
   * Prepares to read; nothing is asked yet.
   *
   * @param environment the environment's variables, of which KUBECONFIG counts
   * @throws ClusterUnreadable if there is no such kubeconfig or context, or it is not valid
   */
  public static Live open(Access access, Map<String, String> environment) {
    Target target = Target.of(access, environment);
    try {
      return new Live(
          target, access, new ReadOnlyClient(target.config(), access.userAgent(), access.logs()));
    } catch (RuntimeException e) {
      throw new ClusterUnreadable(
          "What the kubeconfig says of context '%s' cannot be used: look at its address, certificates and key."
              .formatted(target.context()),
          e);
    }
  }

  /**
   * Returns the names of all contexts, each once, in the order of the kubeconfigs; nothing is
   * asked.
   *
   * @param environment the environment's variables, of which KUBECONFIG counts
   * @throws ClusterUnreadable if there is no kubeconfig, or one is not valid
   */
  public static List<String> contexts(Access access, Map<String, String> environment) {
    return Target.contexts(access, environment);
  }

  /** Returns the context's name. */
  public String context() {
    return target.context();
  }

  /** Returns the context's namespace. */
  public String namespace() {
    return target.namespace();
  }

  /**
   * Reads a namespace, in 15 requests at most, further pages and logs aside.
   *
   * @throws ClusterUnreadable if the cluster does not answer, or has no such namespace
   */
  public Snapshot read(String namespace) {
    return gather(named(namespace), extent()).snapshot().build();
  }

  /**
   * Reads all namespaces.
   *
   * @throws ClusterUnreadable if the cluster does not answer
   */
  public Snapshot readAll() {
    return gather("", extent()).snapshot().build();
  }

  /**
   * Reads a namespace, and keeps it for a file.
   *
   * @throws ClusterUnreadable if the cluster does not answer, or has no such namespace
   */
  public Bundle bundle(String namespace) {
    return new Bundle(
        access.kit(), named(namespace), gather(named(namespace), Reading.Extent.FILE));
  }

  /** Returns how many requests were sent so far. */
  public int requests() {
    return client.requests();
  }

  private Reading.Extent extent() {
    return access.logs() ? Reading.Extent.WITH_LOG : Reading.Extent.NEEDED;
  }

  private Gathered gather(String namespace, Reading.Extent extent) {
    return new Reading(client, lister, executor, namespace, extent, access.reviews()).read();
  }

  private static String named(String namespace) {
    if (!namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw new ClusterUnreadable(
          "No namespace can be called '%s': name one with -n."
              .formatted(namespace.replaceAll("[^ -~]", "?")));
    }
    return namespace;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
  }
}
