package io.keycheck.diagnose.collect;

import io.keycheck.diagnose.snapshot.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Lists that are asked for at once. */
final class Batch {
  private final Lister lister;
  private final Executor executor;

  /**
   * What to list.
   *
   * @param namespace the namespace; empty for a kind without, or for all namespaces
   * @param selector labels that the objects must have; empty for all
   */
  record Query(Kind<?> kind, String namespace, String selector) {
    Query(Kind<?> kind, String namespace) {
      this(kind, namespace, "");
    }
  }

  Batch(Lister lister, Executor executor) {
    this.lister = lister;
    this.executor = executor;
  }

  /**
   * Lists what is asked for, side by side.
   *
   * @throws ClusterUnreadable if not one of them was answered
   */
  Map<Query, Listed> list(List<Query> queries, Keep keep) {
    Map<Query, CompletableFuture<Listed>> asked = new LinkedHashMap<>();
    queries.forEach(
        query ->
            asked.put(
                query,
                CompletableFuture.supplyAsync(
                    () -> lister.list(query.kind(), query.namespace(), query.selector(), keep),
                    executor)));
    Map<Query, Listed> answered = new LinkedHashMap<>();
    Optional<ClusterUnreadable> failure = Optional.empty();
    int failures = 0;
    for (Map.Entry<Query, CompletableFuture<Listed>> each : asked.entrySet()) {
      try {
        answered.put(each.getKey(), each.getValue().join());
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof ClusterUnreadable unreadable)) {
          throw e;
        }
        failure = Optional.of(unreadable);
        failures++;
        Query query = each.getKey();
        answered.put(
            query,
            new Listed.NotRead(
                "%s (%s)"
                    .formatted(
                        Lister.needs(query.kind(), query.namespace()), unreadable.getMessage())));
      }
    }
    if (failures == queries.size() && failures > 0) {
      throw failure.get();
    }
    return answered;
  }
}
