package io.keycheck.diagnose.snapshot;

import static io.keycheck.diagnose.snapshot.Fields.at;
import static io.keycheck.diagnose.snapshot.Fields.each;
import static io.keycheck.diagnose.snapshot.Fields.flag;
import static io.keycheck.diagnose.snapshot.Fields.number;
import static io.keycheck.diagnose.snapshot.Fields.text;
import static io.keycheck.diagnose.snapshot.Fields.texts;
import static io.keycheck.diagnose.snapshot.Fields.time;
import static io.keycheck.diagnose.snapshot.Fields.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads pods, and the pods that workloads make. */
final class PodProjection {
  /** The variables whose values are kept; others may hold what nobody should read. */
  private static final Set<String> VARIABLES =
      Set.of("AWS_REGION", "AWS_DEFAULT_REGION", "VAULT_ADDR");

  private PodProjection() {}

  static Workload workload(Meta meta, String kind, JsonNode object) {
    boolean daemons = kind.equals(Kind.DAEMON_SET.name());
    JsonNode template = at(object, "spec", "template");
    return new Workload(
        meta,
        kind,
        daemons
            ? number(object, -1, "status", "desiredNumberScheduled")
            : number(object, -1, "spec", "replicas"),
        number(object, 0, "status", daemons ? "numberReady" : "readyReplicas"),
        pod(template(meta, template), at(template, "spec"), MissingNode.getInstance()),
        conditions(at(object, "status")));
  }

  /** The pods have no names yet: they are shown under the workload's. */
  private static Meta template(Meta workload, JsonNode template) {
    Meta own = Metadata.of(Kind.POD.name(), template);
    return new Meta(
        "v1",
        workload.namespace(),
        workload.name(),
        "",
        own.labels(),
        own.annotations(),
        Optional.empty(),
        0,
        List.of(),
        "",
        List.of(),
        false);
  }

  static Pod pod(Meta meta, JsonNode spec, JsonNode status) {
    String account = word(spec, "serviceAccountName");
    List<Condition> conditions = conditions(status);
    Pod pod =
        new Pod(
            meta,
            word(spec, "nodeName"),
            account.isEmpty() ? word(spec, "serviceAccount") : account,
            word(status, "phase"),
            conditions.stream()
                .anyMatch(c -> c.type().equals("Ready") && c.status().equals("True")),
            conditions.stream().filter(condition -> !condition.status().equals("True")).toList(),
            time(status, "startTime"),
            text(status, "reason"),
            each(PodProjection::volume, spec, "volumes"),
            containers(spec, status));
    return Installed.isPart(pod) ? pod : withoutWords(pod);
  }

  /** What apps are started with is nobody's business: it may hold passwords. */
  private static Pod withoutWords(Pod pod) {
    return new Pod(
        pod.meta(),
        pod.node(),
        pod.account(),
        pod.phase(),
        pod.ready(),
        pod.conditions(),
        pod.started(),
        pod.reason(),
        pod.volumes(),
        pod.containers().stream().map(Container::withoutWords).toList());
  }

  private static List<Condition> conditions(JsonNode status) {
    return each(
        condition ->
            new Condition(
                word(condition, "type"),
                word(condition, "status"),
                word(condition, "reason"),
                text(condition, "message")),
        status,
        "conditions");
  }

  private static Volume volume(JsonNode volume) {
    return new Volume(
        word(volume, "name"),
        word(volume, "csi", "driver"),
        flag(volume, "csi", "readOnly"),
        word(volume, "csi", "volumeAttributes", "secretProviderClass"),
        word(volume, "hostPath", "path"));
  }

  private static List<Container> containers(JsonNode spec, JsonNode status) {
    Stream<Container> init = each(c -> container(c, true, status), spec, "initContainers").stream();
    Stream<Container> usual = each(c -> container(c, false, status), spec, "containers").stream();
    return Stream.concat(init, usual).toList();
  }

  private static Container container(JsonNode spec, boolean init, JsonNode podStatus) {
    String name = word(spec, "name");
    JsonNode status = status(podStatus, init ? "initContainerStatuses" : "containerStatuses", name);
    JsonNode state = at(status, "state");
    JsonNode ended = at(state, "terminated");
    if (!ended.isObject()) {
      ended = at(status, "lastState", "terminated");
    }
    String waiting = text(state, "waiting", "message");
    return new Container(
        name,
        init,
        word(spec, "image"),
        Stream.concat(texts(spec, "command").stream(), texts(spec, "args").stream()).toList(),
        variables(spec),
        secrets(spec),
        each(PodProjection::mount, spec, "volumeMounts"),
        flag(status, "ready") == Flag.TRUE,
        number(status, 0, "restartCount"),
        word(state, "waiting", "reason"),
        waiting.isEmpty() ? text(ended, "message") : waiting,
        startedAt(state),
        word(ended, "reason"),
        number(ended, 0, "exitCode"));
  }

  private static Optional<Instant> startedAt(JsonNode state) {
    return time(state, "running", "startedAt");
  }

  private static JsonNode status(JsonNode podStatus, String list, String name) {
    for (JsonNode status : each(node -> node, podStatus, list)) {
      if (text(status, "name").equals(name)) {
        return status;
      }
    }
    return MissingNode.getInstance();
  }

  private static Map<String, String> variables(JsonNode container) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (JsonNode variable : each(node -> node, container, "env")) {
      String name = text(variable, "name");
      if (VARIABLES.contains(name)) {
        variables.put(name, text(variable, "value"));
      }
    }
    return Map.copyOf(variables);
  }

  private static List<String> secrets(JsonNode container) {
    List<String> secrets = new ArrayList<>();
    for (JsonNode variable : each(node -> node, container, "env")) {
      secrets.add(text(variable, "valueFrom", "secretKeyRef", "name"));
    }
    for (JsonNode source : each(node -> node, container, "envFrom")) {
      secrets.add(text(source, "secretRef", "name"));
    }
    secrets.removeIf(String::isEmpty);
    return List.copyOf(secrets);
  }

  private static Container.Mount mount(JsonNode mount) {
    String subPath = text(mount, "subPath");
    return new Container.Mount(
        word(mount, "name"),
        word(mount, "mountPath"),
        subPath.isEmpty() ? text(mount, "subPathExpr") : subPath);
  }
}
