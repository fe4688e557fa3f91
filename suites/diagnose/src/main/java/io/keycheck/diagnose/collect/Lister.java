package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.contract.MendixApp;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Projection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the objects of a kind, page by page. */
final class Lister {
  private static final int PAGE = 500;

  /** A page of a list that is gone is asked for from the start, once. */
  private static final int TRIES = 2;

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final ReadOnlyClient client;
  private final String context;

  Lister(ReadOnlyClient client, String context) {
    this.client = client;
    this.context = context;
  }

  /**
   * Lists a kind.
   *
   * @param namespace the namespace; empty for a kind without, or for all namespaces
   * @param selector labels that the objects must have, as in a request; empty for all
   * @param keep what is kept beside what the checks look at
   * @throws ClusterUnreadable if no answer came, or the credentials are not accepted
   */
  Listed list(Kind<?> kind, String namespace, String selector, Keep keep) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Optional<Listed> listed = pages(kind, namespace, selector, keep);
      if (listed.isPresent()) {
        return listed.get();
      }
    }
    return new Listed.NotRead(needs(kind, namespace) + " without the list changing all the time");
  }

  /** Lists all pages; nothing where the list's state is gone by now. */
  private Optional<Listed> pages(Kind<?> kind, String namespace, String selector, Keep keep) {
    List<Item> items = new ArrayList<>();
    List<ObjectNode> kept = new ArrayList<>();
    String path = path(kind, namespace) + "?limit=" + PAGE + filter(kind, selector);
    String next = "";
    do {
      Answer answer = client.get(next.isEmpty() ? path : path + "&continue=" + encoded(next));
      if (answer.code() == GONE) {
        return Optional.empty();
      }
      if (!answer.isGood()) {
        return Optional.of(refusal(kind, namespace, answer));
      }
      try {
        next = ListPage.read(answer.body(), object -> take(kind, object, items, kept, keep));
      } catch (IOException e) {
        return Optional.of(
            new Listed.NotRead(
                needs(kind, namespace) + " (what answered is no list of an API server)"));
      }
    } while (!next.isEmpty());
    return Optional.of(new Listed.All(items, kept));
  }

  private static void take(
      Kind<?> kind, ObjectNode object, List<Item> items, List<ObjectNode> kept, Keep keep) {
    // The objects of a list do not say what they are.
    object.put("apiVersion", apiVersion(kind));
    object.put("kind", kind.name());
    Projection.of(object)
        .ifPresent(
            item -> {
              items.add(item);
              ObjectNode beside = keep.of(item, object);
              if (beside != null) {
                kept.add(beside);
              }
            });
  }

  private Listed refusal(Kind<?> kind, String namespace, Answer answer) {
    return switch (answer.code()) {
      case UNAUTHORIZED -> throw notAccepted();
      case FORBIDDEN -> {
        if (answer.text().contains("system:anonymous")) {
          throw notAccepted();
        }
        yield new Listed.NotRead(needs(kind, namespace));
      }
      case NOT_FOUND -> new Listed.NotServed();
      case Throttle.BUSY ->
          new Listed.NotRead(
              needs(kind, namespace) + " when the API server is less busy (it answered 429)");
      default ->
          new Listed.NotRead(
              needs(kind, namespace) + " (the API server answered " + answer.code() + ")");
    };
  }

  ClusterUnreadable notAccepted() {
    return new ClusterUnreadable(
        "The API server %s does not accept the credentials of context '%s': they have expired or are wrong; log in again."
            .formatted(client.server(), context));
  }

  /** Returns the name of a kind in requests and rights, with its group. */
  static String resource(Kind<?> kind) {
    return kind.group().isEmpty() ? kind.resource() : kind.resource() + "." + kind.group();
  }

  /** Says which right it takes to list a kind. */
  static String needs(Kind<?> kind, String namespace) {
    return namespace.isEmpty()
        ? "list %s".formatted(resource(kind))
        : "list %s in namespace %s".formatted(resource(kind), namespace);
  }

  /** Returns the path of a group in the version that is read. */
  static String groupPath(String group) {
    return group.isEmpty() ? "/api/v1" : "/apis/" + group + "/" + version(group);
  }

  static String apiVersion(Kind<?> kind) {
    return kind.group().isEmpty() ? "v1" : kind.group() + "/" + version(kind.group());
  }

  private static String version(String group) {
    return group.equals(MendixApp.API_GROUP) ? MendixApp.API_VERSION : "v1";
  }

  private static String path(Kind<?> kind, String namespace) {
    return groupPath(kind.group())
        + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
        + "/"
        + kind.resource();
  }

  private static String filter(Kind<?> kind, String selector) {
    // Events that report no trouble are the many, and no check looks at them.
    String trouble = kind.equals(Kind.EVENT) ? "&fieldSelector=" + encoded("type!=Normal") : "";
    return trouble + (selector.isEmpty() ? "" : "&labelSelector=" + encoded(selector));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
