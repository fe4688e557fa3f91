package io.keycheck.diagnose.snapshot;

import static io.keycheck.diagnose.snapshot.Fields.at;
import static io.keycheck.diagnose.snapshot.Fields.each;
import static io.keycheck.diagnose.snapshot.Fields.map;
import static io.keycheck.diagnose.snapshot.Fields.text;
import static io.keycheck.diagnose.snapshot.Fields.time;
import static io.keycheck.diagnose.snapshot.Fields.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code metadata}, which is alike in all kinds. */
final class Metadata {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** The kinds whose annotations are part of the contract. */
  private static final Set<String> ANNOTATED = Set.of("ServiceAccount", "SecretProviderClass");

  /** Keys are written in the order of their names, so it comes first. */
  private static final Pattern APPLIED_VERSION =
      Pattern.compile("\\A\\s*\\{\\s*\"apiVersion\"\\s*:\\s*\"([^\"\\\\]{1,253})\"");

  private Metadata() {}

  static Meta of(String kind, JsonNode object) {
    JsonNode metadata = at(object, "metadata");
    JsonNode generation = at(metadata, "generation");
    return new Meta(
        word(object, "apiVersion"),
        word(metadata, "namespace"),
        text(metadata, "name"),
        text(metadata, "uid"),
        Map.copyOf(map(metadata, "labels")),
        annotations(metadata, kind),
        time(metadata, "creationTimestamp"),
        generation.isIntegralNumber() ? generation.longValue() : 0,
        each(Metadata::owner, metadata, "ownerReferences"),
        appliedVersion(at(metadata, "annotations")),
        each(Metadata::written, metadata, "managedFields"),
        !text(metadata, "deletionTimestamp").isEmpty());
  }

  /** Others may hold anything, and nothing that a check looks at. */
  private static Map<String, String> annotations(JsonNode metadata, String kind) {
    if (!ANNOTATED.contains(kind)) {
      return Map.of();
    }
    Map<String, String> annotations = map(metadata, "annotations");
    annotations.remove(LAST_APPLIED);
    return Map.copyOf(annotations);
  }

  private static String appliedVersion(JsonNode annotations) {
    JsonNode lastApplied = annotations.path(LAST_APPLIED);
    Matcher matcher = APPLIED_VERSION.matcher(lastApplied.asText());
    return matcher.find() ? matcher.group(1) : "";
  }

  private static Owner owner(JsonNode owner) {
    return new Owner(word(owner, "kind"), text(owner, "name"), text(owner, "uid"));
  }

  private static Flag ofStatus(JsonNode fields) {
    if (!fields.isObject()) {
      return Flag.ABSENT;
    }
    return fields.has("f:status") ? Flag.TRUE : Flag.FALSE;
  }

  private static Written written(JsonNode entry) {
    return new Written(
        word(entry, "manager"),
        word(entry, "apiVersion"),
        word(entry, "subresource"),
        ofStatus(at(entry, "fieldsV1")),
        time(entry, "time"));
  }
}
