package io.keycheck.diagnose.collect;

import io.keycheck.diagnose.snapshot.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Lists that are asked for at once. */
final class Batch {
  private final Lister lister;
  private final Executor executor;
  private boolean connected;

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
   * Lists what is asked for, side by side once the first answer has come: by then there is a
   * connection for all to share, and requests at once would each have opened one of their own.
   *
   * @throws ClusterUnreadable if there was no connection yet, and there is none to be had
   */
  Map<Query, Listed> list(List<Query> queries, Keep keep) {
    Map<Query, CompletableFuture<Listed>> asked = new LinkedHashMap<>();
    for (Query query : queries) {
      CompletableFuture<Listed> answer =
          CompletableFuture.supplyAsync(() -> list(query, keep), executor);
      asked.put(query, answer);
      if (!connected) {
        answered(answer);
        connected = true;
      }
    }
    Map<Query, Listed> answers = new LinkedHashMap<>();
    asked.forEach(
        (query, answer) -> {
          try {
            answers.put(query, answered(answer));
          } catch (ClusterUnreadable e) {
            answers.put(query, unanswered(query, e));
          }
        });
    return answers;
  }

  private static Listed answered(CompletableFuture<Listed> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ClusterUnreadable unreadable ? unreadable : e;
    }
  }

  private Listed list(Query query, Keep keep) {
    return lister.list(query.kind(), query.namespace(), query.selector(), keep);
  }

  private static Listed unanswered(Query query, ClusterUnreadable failure) {
    return new Listed.NotRead(
        "%s (%s)".formatted(Lister.needs(query.kind(), query.namespace()), failure.getMessage()));
  }
}
