package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycheck.diagnose.collect.Batch.Query;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a namespace, or all of them, once: first what is always looked at, side by side; then what
 * that shows to matter.
 *
 * <p>For one namespace it takes {@value #MOST} requests at most, further pages, logs, and what only
 * a file holds aside.
 */
final class Reading {
  static final int MOST = 15;

  private static final List<Kind<?>> IN_NAMESPACE =
      List.of(
          Kind.POD,
          Kind.EVENT,
          Kind.MENDIX_APP,
          Kind.CLASS,
          Kind.CLASS_POD_STATUS,
          Kind.SERVICE_ACCOUNT,
          Kind.DEPLOYMENT,
          Kind.REPLICA_SET);
  private static final List<Kind<?>> IN_CLUSTER =
      List.of(Kind.CSI_DRIVER, Kind.CSI_NODE, Kind.DAEMON_SET);

  private final ReadOnlyClient client;
  private final Batch batch;
  private final ServedKinds served;
  private final String namespace;
  private final Extent extent;
  private final boolean reviews;
  private final Gathered gathered = new Gathered();

  /** How much is read. */
  enum Extent {
    /** What the checks need. */
    NEEDED,
    /** That, and the log of the driver. */
    WITH_LOG,
    /** All that checks may ever need, kept for a file. */
    FILE
  }

  /**
   * Prepares to read.
   *
   * @param namespace the namespace, or empty for all
   * @param reviews whether the account may be asked for its own rights
   */
  Reading(
      ReadOnlyClient client,
      Lister lister,
      Executor executor,
      String namespace,
      Extent extent,
      boolean reviews) {
    this.reviews = reviews;
    this.client = client;
    this.batch = new Batch(lister, executor);
    this.served = new ServedKinds(client);
    this.namespace = namespace;
    this.extent = extent;
  }

  /**
   * Reads.
   *
   * @throws ClusterUnreadable if the cluster does not answer, or has no such namespace
   */
  Gathered read() {
    List<Query> first = new ArrayList<>();
    IN_NAMESPACE.forEach(kind -> first.add(new Query(kind, namespace)));
    IN_CLUSTER.forEach(kind -> first.add(new Query(kind, "")));
    // What DaemonSets select is asked for below, and is nothing that checks look at.
    Keep keep = extent == Extent.FILE ? new ReadFields() : (item, o) -> daemonSet(o) ? o : null;
    Map<Query, Listed> answers = batch.list(first, keep);
    client.requireAnswers();
    answers.forEach((query, listed) -> gathered.take(query.kind(), query.namespace(), listed));
    Listed classes = answers.get(new Query(Kind.CLASS, namespace));
    int spent = first.size() + served.tell(classes, gathered);
    if (isBare()) {
      requireNamespace();
      spent++;
    }
    int left = extent == Extent.FILE ? MOST : MOST - spent;
    String driverPodsNeed = more(answers.get(new Query(Kind.DAEMON_SET, "")), left, keep);
    if (extent == Extent.WITH_LOG && driverPodsNeed.isEmpty()) {
      readLog();
    } else if (extent == Extent.WITH_LOG) {
      snapshot().driverLogUnreadable(driverPodsNeed);
    } else {
      snapshot().driverLogUnreadable("--read-logs, and get pods/log in the driver's namespace");
    }
    return gathered;
  }

  /** Reads what matters here, and returns what it takes to know the driver's pods. */
  private String more(Listed daemonSets, int left, Keep keep) {
    List<Query> queries = new ArrayList<>();
    if (namespace.isEmpty() || mattersOfStatefulSets()) {
      queries.add(new Query(Kind.STATEFUL_SET, namespace));
    }
    if (mattersWhereNodesAre()) {
      queries.add(new Query(Kind.NODE, ""));
    }
    DriverPods driver = new DriverPods(daemonSets);
    boolean podsRead = gathered.isRead(Kind.POD, namespace);
    // All namespaces hold the driver's too.
    boolean elsewhere = !(podsRead && namespace.isEmpty());
    String read = podsRead ? namespace : "";
    int wide = elsewhere ? driver.queries(read, 0).size() : 0;
    int over = left - queries.size() - wide;
    Set<String> elsewhereClasses = classesWanted();
    if (!elsewhereClasses.isEmpty() && over >= 1) {
      addClassesElsewhere(elsewhereClasses, keep);
      over--;
    }
    if ((extent == Extent.FILE || mattersWhatSyncs()) && over >= 2) {
      queries.add(new Query(Kind.CLUSTER_ROLE, ""));
      queries.add(new Query(Kind.CLUSTER_ROLE_BINDING, ""));
      over -= 2;
    }
    if (reviews && over >= 1) {
      noteRightToSecrets();
      over--;
    }
    List<Query> pods = elsewhere ? driver.queries(read, wide + Math.max(over, 0)) : List.of();
    Map<Query, Listed> answers =
        batch.list(Stream.concat(queries.stream(), pods.stream()).toList(), keep);
    queries.forEach(query -> gathered.take(query.kind(), query.namespace(), answers.get(query)));
    Map<Query, Listed> ofDriver = new LinkedHashMap<>();
    for (Query query : pods) {
      ofDriver.put(query, answers.get(query));
      if (answers.get(query) instanceof Listed.All all) {
        gathered.add(Kind.POD, DriverPods.parts(all));
      }
    }
    String needs = elsewhere ? driver.needs(ofDriver, snapshot().seen(Kind.POD), classes()) : "";
    gathered.driverPods(needs);
    return needs;
  }

  /** Names of classes that something here asks for and that are not here. */
  private Set<String> classesWanted() {
    if (namespace.isEmpty() || !gathered.isRead(Kind.CLASS, namespace)) {
      return Set.of();
    }
    Set<String> wanted = new TreeSet<>();
    snapshot().seen(Kind.MENDIX_APP).forEach(app -> wanted.add(app.meta().name()));
    snapshot().seen(Kind.POD).stream()
        .flatMap(pod -> pod.volumes().stream())
        .forEach(volume -> wanted.add(volume.className()));
    classes().forEach(there -> wanted.remove(there.meta().name()));
    wanted.remove("");
    return wanted;
  }

  /** A class in another namespace is seen only by who may list them there. */
  private void addClassesElsewhere(Set<String> names, Keep keep) {
    Query everywhere = new Query(Kind.CLASS, "");
    if (batch.list(List.of(everywhere), keep).get(everywhere) instanceof Listed.All all) {
      gathered.add(Kind.CLASS, all.only(item -> names.contains(item.meta().name())));
    }
  }

  private void readLog() {
    DriverLog log = new DriverLog(client);
    List<Pod> pods = snapshot().seen(Kind.POD);
    Set<String> nodes =
        pods.stream()
            .filter(pod -> namespace.isEmpty() || pod.meta().namespace().equals(namespace))
            .map(Pod::node)
            .filter(node -> !node.isEmpty())
            .collect(Collectors.toSet());
    log.read(pods.stream().filter(Installed::isDriver).toList(), nodes);
    if (log.needs().isEmpty()) {
      snapshot().driverLog(log.lines());
    } else {
      snapshot().driverLogUnreadable(log.needs());
    }
  }

  private boolean mattersOfStatefulSets() {
    return extent == Extent.FILE
        || snapshot().seen(Kind.POD).stream()
            .flatMap(pod -> pod.meta().owners().stream())
            .anyMatch(owner -> owner.kind().equals(Kind.STATEFUL_SET.name()));
  }

  /** The AWS provider asks a node for its region where nothing else says it. */
  private boolean mattersWhereNodesAre() {
    return extent == Extent.FILE
        || classes().stream()
            .anyMatch(
                each -> each.provider().equals("aws") && !each.parameters().containsKey("region"));
  }

  private boolean mattersWhatSyncs() {
    return classes().stream().anyMatch(each -> !each.synced().isEmpty());
  }

  private List<SecretProviderClass> classes() {
    return snapshot().seen(Kind.CLASS);
  }

  private boolean isBare() {
    return !namespace.isEmpty()
        && IN_NAMESPACE.stream().allMatch(kind -> snapshot().seen(kind).isEmpty());
  }

  /** Lists of a namespace that is not there are answered as if it were empty. */
  private void requireNamespace() {
    if (client.get("/api/v1/namespaces/" + namespace).code() == 404) {
      throw new ClusterUnreadable(
          "The cluster %s has no namespace '%s': choose one with -n."
              .formatted(client.server(), namespace));
    }
  }

  /** Who could read Secrets should know that this did not. */
  private void noteRightToSecrets() {
    String where = namespace.isEmpty() ? "" : "\"namespace\":\"" + namespace + "\",";
    Answer answer =
        client.review(
            ReadOnly.ACCESS_REVIEW,
            """
            {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview",\
            "spec":{"resourceAttributes":{%s"verb":"list","resource":"secrets"}}}"""
                .formatted(where));
    if (answer.isGood() && isAllowed(answer)) {
      snapshot()
          .note(
              "The account that asked may read Secrets%s; none was read."
                  .formatted(namespace.isEmpty() ? "" : " in namespace " + namespace));
    }
  }

  private static boolean isAllowed(Answer answer) {
    try {
      JsonNode review = new ObjectMapper().readTree(answer.body());
      return review.path("status").path("allowed").asBoolean();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean daemonSet(JsonNode object) {
    return object.path("kind").asText().equals(Kind.DAEMON_SET.name());
  }

  private SnapshotBuilder snapshot() {
    return gathered.snapshot();
  }
}
