package io.keycheck.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.diagnose.read.ReadFailed;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A recording with something changed, so that it is one that nobody recorded. */
final class Altered {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ObjectNode> objects = new ArrayList<>();

  private Altered() {}

  /** Takes a recording as it is. */
  static Altered of(String recording) {
    Altered altered = new Altered();
    Recordings.tree(recording).path("items").forEach(i -> altered.objects.add((ObjectNode) i));
    return altered;
  }

  /** Takes a recording with its environment under another name, in another namespace. */
  static Altered of(String recording, String namespace, String environment) {
    Recordings.Label label = Recordings.label(recording);
    return of(recording)
        .renamed(label.namespace(), namespace)
        .renamed(label.environment(), environment);
  }

  /** Writes another name wherever one stands, as far as it is a whole word or part of one. */
  Altered renamed(String from, String to) {
    try {
      String text = JSON.writeValueAsString(objects).replace(from, to);
      objects.clear();
      JSON.readTree(text).forEach(item -> objects.add((ObjectNode) item));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what another one holds, apart from what is there already. */
  Altered and(Altered other) {
    Set<String> names = objects.stream().map(Altered::name).collect(Collectors.toSet());
    other.objects.stream().filter(o -> !names.contains(name(o))).forEach(objects::add);
    return this;
  }

  Altered and(String json) {
    try {
      objects.add((ObjectNode) JSON.readTree(json));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Altered without(Predicate<ObjectNode> which) {
    objects.removeIf(which);
    return this;
  }

  Altered without(String... kinds) {
    return without(object -> List.of(kinds).contains(object.path("kind").asText()));
  }

  /** Changes all objects of a kind outside the namespaces of the driver and providers. */
  Altered each(String kind, Consumer<ObjectNode> change) {
    objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .filter(object -> !isOfParts(object))
        .forEach(change);
    return this;
  }

  /** Changes all objects of the driver and of providers. */
  Altered parts(String kind, Consumer<ObjectNode> change) {
    objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .filter(Altered::isOfParts)
        .forEach(change);
    return this;
  }

  /** Leaves only what a Role in the environment's namespace lets read. */
  Altered withNamespaceRightsAlone() {
    return without(Altered::isOfParts)
        .without("Node", "CSIDriver", "CSINode", "CustomResourceDefinition", "Namespace");
  }

  static boolean isOfParts(ObjectNode object) {
    String namespace = object.path("metadata").path("namespace").asText();
    return namespace.equals("kube-system") || namespace.equals("default");
  }

  /** Returns the object below, which is made where it is absent. */
  static ObjectNode at(ObjectNode object, String... path) {
    ObjectNode here = object;
    for (String field : path) {
      JsonNode next = here.path(field);
      here =
          next instanceof ArrayNode list
              ? (ObjectNode) list.get(0)
              : here.withObjectProperty(field);
    }
    return here;
  }

  Snapshot snapshot() {
    try {
      byte[] bytes =
          JSON.writeValueAsBytes(JSON.createObjectNode().set("items", JSON.valueToTree(objects)));
      return SnapshotReader.read(List.of("-"), new ByteArrayInputStream(bytes), "default");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReadFailed e) {
      throw new AssertionError(e);
    }
  }

  List<EnvironmentDiagnosis> diagnoses() {
    return Diagnose.of(snapshot(), Selection.all()).environments().toList();
  }

  EnvironmentDiagnosis diagnosis() {
    List<EnvironmentDiagnosis> all = diagnoses();
    if (all.size() != 1) {
      throw new AssertionError("There is not one environment: " + all);
    }
    return all.get(0);
  }

  EnvironmentDiagnosis diagnosis(String environment) {
    return diagnoses().stream()
        .filter(each -> each.environment().equals(environment))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the checks that alarm. */
  Set<String> alarms() {
    return alarms(diagnosis());
  }

  static Set<String> alarms(EnvironmentDiagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.level() != FindingLevel.INFO)
        .map(Finding::check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(ObjectNode object) {
    JsonNode metadata = object.path("metadata");
    return object.path("kind").asText()
        + " "
        + metadata.path("namespace").asText()
        + "/"
        + metadata.path("name").asText();
  }
}
