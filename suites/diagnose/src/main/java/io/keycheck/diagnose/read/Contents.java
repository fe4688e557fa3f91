package io.keycheck.diagnose.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle says of itself: an object among its objects, of kind {@value #KIND}.
 *
 * <p>{@code known} and {@code unreadable} list places with {@code namespace} (empty for the
 * cluster, or for all namespaces), {@code group} and {@code kind}, the latter with what it {@code
 * needs}; {@code driverAndProviderPods} is {@code known} or says what it needs; {@code driverLog}
 * lists lines, where they were asked for; {@code notes} lists sentences.
 */
record Contents(JsonNode object) {
  static final String API_VERSION = "keycheck.io/v1";
  static final String KIND = "SnapshotContents";

  static boolean is(JsonNode object) {
    return object.path("kind").asText().equals(KIND)
        && object.path("apiVersion").asText().equals(API_VERSION);
  }

  static Contents of(JsonNode object) {
    return new Contents(object);
  }

  void tell(SnapshotBuilder builder) {
    for (JsonNode place : object.path("known")) {
      String namespace = place.path("namespace").asText();
      kind(place)
          .ifPresent(
              kind -> {
                if (namespace.isEmpty()) {
                  builder.knownAll(kind);
                } else {
                  builder.knownIn(namespace, kind);
                }
              });
    }
    for (JsonNode place : object.path("unreadable")) {
      String namespace = place.path("namespace").asText();
      String needs = place.path("needs").asText();
      kind(place).ifPresent(kind -> builder.unreadable(namespace, kind, needs));
    }
    String pods = object.path("driverAndProviderPods").asText();
    if (pods.equals("known")) {
      builder.driverPodsKnown();
    } else if (!pods.isEmpty()) {
      builder.driverPodsUnreadable(pods);
    }
    if (object.path("driverLog").isArray()) {
      builder.driverLog(texts("driverLog"));
    }
    texts("notes").forEach(builder::note);
  }

  private static Optional<Kind<?>> kind(JsonNode place) {
    return Kind.of(place.path("group").asText(), place.path("kind").asText());
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    object.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
