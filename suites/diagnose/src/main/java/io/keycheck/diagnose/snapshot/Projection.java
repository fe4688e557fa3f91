package io.keycheck.diagnose.snapshot;

import static io.keycheck.diagnose.snapshot.Fields.at;
import static io.keycheck.diagnose.snapshot.Fields.each;
import static io.keycheck.diagnose.snapshot.Fields.flag;
import static io.keycheck.diagnose.snapshot.Fields.names;
import static io.keycheck.diagnose.snapshot.Fields.number;
import static io.keycheck.diagnose.snapshot.Fields.text;
import static io.keycheck.diagnose.snapshot.Fields.texts;
import static io.keycheck.diagnose.snapshot.Fields.time;
import static io.keycheck.diagnose.snapshot.Fields.word;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycheck.contract.MendixApp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes from an object what the checks look at, and leaves the rest behind.
 *
 * <p>Nothing of Secrets and ConfigMaps is taken, not even their names: no check needs them. Fields
 * that are missing or of the wrong type are taken as absent.
 */
public final class Projection {
  private Projection() {}

  /**
   * Returns what is kept of an object; nothing where its kind is none that is read, where it has no
   * name, or where it is an event that reports no trouble.
   */
  public static Optional<Item> of(JsonNode object) {
    Optional<Kind<?>> kind = kindOf(object);
    if (kind.isEmpty() || text(object, "metadata", "name").isEmpty()) {
      return Optional.empty();
    }
    return of(kind.get(), object);
  }

  /**
   * Returns what is kept of an object of this kind, as {@link #of(JsonNode)} does; for lists whose
   * objects do not name their kind.
   */
  public static Optional<Item> of(Kind<?> kind, JsonNode object) {
    Meta meta = Metadata.of(kind.name(), object);
    if (kind.equals(Kind.EVENT)) {
      Event event = event(meta, object);
      return event.type().equals("Normal") ? Optional.empty() : Optional.of(event);
    }
    return item(kind, meta, object);
  }

  private static Optional<Item> item(Kind<?> kind, Meta meta, JsonNode object) {
    if (kind.type() == Workload.class) {
      return Optional.of(PodProjection.workload(meta, kind.name(), object));
    }
    return switch (kind.name()) {
      case MendixApp.KIND -> Optional.of(app(meta, object));
      case "Pod" -> Optional.of(PodProjection.pod(meta, at(object, "spec"), at(object, "status")));
      case "ServiceAccount" -> Optional.of(new ServiceAccount(meta));
      case "SecretProviderClass" -> Optional.of(secretProviderClass(meta, object));
      case "SecretProviderClassPodStatus" -> Optional.of(podStatus(meta, object));
      case "Node" -> Optional.of(new Node(meta));
      case "CSIDriver" -> Optional.of(driver(meta, object));
      case "CSINode" ->
          Optional.of(
              new CsiNode(meta, each(driver -> text(driver, "name"), object, "spec", "drivers")));
      case "CustomResourceDefinition" -> Optional.of(served(meta, object));
      case "ClusterRole" -> Optional.of(new Role(meta, each(Projection::rule, object, "rules")));
      case "ClusterRoleBinding" -> Optional.of(binding(meta, object));
      default -> Optional.empty();
    };
  }

  private static io.keycheck.diagnose.snapshot.MendixApp app(Meta meta, JsonNode object) {
    return new io.keycheck.diagnose.snapshot.MendixApp(
        meta,
        flag(object, "spec", MendixApp.OVERRIDE_FIELD),
        text(object, MendixApp.DATABASE_PLAN_PATH.split("\\.")),
        text(object, MendixApp.STORAGE_PLAN_PATH.split("\\.")),
        number(object, -1, "spec", "replicas"));
  }

  private static Event event(Meta meta, JsonNode object) {
    Optional<Instant> last =
        Stream.of(
                time(object, "lastTimestamp"),
                time(object, "series", "lastObservedTime"),
                time(object, "eventTime"),
                time(object, "firstTimestamp"),
                meta.created())
            .flatMap(Optional::stream)
            .findFirst();
    // Events of the newer API group call the same things "regarding" and "note".
    String about = object.has("involvedObject") ? "involvedObject" : "regarding";
    String message = text(object, "message");
    return new Event(
        meta,
        text(object, about, "kind"),
        text(object, about, "name"),
        text(object, about, "uid"),
        text(object, "type"),
        text(object, "reason"),
        message.isEmpty() ? text(object, "note") : message,
        number(object, number(object, 1, "series", "count"), "count"),
        last);
  }

  private static SecretProviderClass secretProviderClass(Meta meta, JsonNode object) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> mistyped = new ArrayList<>();
    JsonNode given = at(object, "spec", "parameters");
    for (String name : names(given)) {
      JsonNode value = given.path(name);
      if (value.isTextual()) {
        parameters.put(name, Fields.cut(value.textValue()));
      } else if (!value.isNull()) {
        parameters.put(name, Fields.cut(value.toString()));
        mistyped.add(name);
      }
    }
    return new SecretProviderClass(
        meta,
        text(object, "spec", "provider"),
        parameters,
        mistyped,
        each(Projection::synced, object, "spec", "secretObjects"));
  }

  private static SyncedSecret synced(JsonNode object) {
    return new SyncedSecret(
        text(object, "secretName"),
        text(object, "type"),
        each(
            datum -> new SyncedSecret.Datum(text(datum, "objectName"), text(datum, "key")),
            object,
            "data"));
  }

  private static ClassPodStatus podStatus(Meta meta, JsonNode object) {
    return new ClassPodStatus(
        meta,
        text(object, "status", "podName"),
        text(object, "status", "secretProviderClassName"),
        flag(object, "status", "mounted"),
        each(
            mounted -> new ClassPodStatus.Mounted(word(mounted, "id"), word(mounted, "version")),
            object,
            "status",
            "objects"));
  }

  private static CsiDriver driver(Meta meta, JsonNode object) {
    return new CsiDriver(
        meta,
        each(request -> text(request, "audience"), object, "spec", "tokenRequests"),
        flag(object, "spec", "requiresRepublish"));
  }

  private static ServedKind served(Meta meta, JsonNode object) {
    List<String> versions = new ArrayList<>();
    for (JsonNode version : each(node -> node, object, "spec", "versions")) {
      if (flag(version, "served") == Flag.TRUE) {
        versions.add(text(version, "name"));
      }
    }
    return new ServedKind(
        meta, text(object, "spec", "group"), text(object, "spec", "names", "kind"), versions);
  }

  private static Role.Rule rule(JsonNode rule) {
    return new Role.Rule(texts(rule, "apiGroups"), texts(rule, "resources"), texts(rule, "verbs"));
  }

  private static RoleBinding binding(Meta meta, JsonNode object) {
    List<String> subjects = new ArrayList<>();
    for (JsonNode subject : each(node -> node, object, "subjects")) {
      String name = text(subject, "name");
      subjects.add(
          text(subject, "kind").equals("ServiceAccount")
              ? RoleBinding.user(text(subject, "namespace"), name)
              : name);
    }
    return new RoleBinding(meta, text(object, "roleRef", "name"), subjects);
  }

  /** Returns the kind of an object, where it is one that is read. */
  public static Optional<Kind<?>> kindOf(JsonNode object) {
    String group = group(text(object, "apiVersion"));
    return Kind.of(group.equals("events.k8s.io") ? "" : group, text(object, "kind"));
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
