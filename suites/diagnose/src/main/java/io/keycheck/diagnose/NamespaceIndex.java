package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.MendixApp;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Meta;
import io.keycheck.diagnose.snapshot.Owner;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a snapshot holds of a namespace, by name and by environment: made once for all environments
 * of the namespace, so that the work grows with their number and not with its square.
 */
final class NamespaceIndex {
  private final Snapshot snapshot;
  private final String namespace;
  private final ClusterIndex cluster;
  private final Map<Kind<?>, Map<String, ? extends Item>> named = new HashMap<>();
  private final Map<String, String> environmentOfWorkload = new HashMap<>();
  private final Map<String, List<Workload>> workloads;
  private final Read<Map<String, List<Pod>>> pods;
  private final Map<String, List<Pod>> podsSeen;
  private final Map<String, List<Event>> events;
  private final Map<String, List<ClassPodStatus>> statuses;

  private final Latest<Read<List<MountFailure>>> failures = new Latest<>();
  private final Latest<Read<List<ClassInForce>>> meant = new Latest<>();
  private final Latest<ClassClaims> claims = new Latest<>();
  private final Latest<Entries> entries = new Latest<>();

  NamespaceIndex(Snapshot snapshot, String namespace, ClusterIndex cluster) {
    this.snapshot = snapshot;
    this.namespace = namespace;
    this.cluster = cluster;
    for (Kind<?> kind : List.of(Kind.MENDIX_APP, Kind.SERVICE_ACCOUNT, Kind.CLASS)) {
      named.put(kind, ClusterIndex.byName(seen(kind)));
    }
    workloads =
        Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.REPLICA_SET)
            .flatMap(kind -> seen(kind).stream())
            .collect(grouping(this::environmentOf));
    pods = snapshot.in(namespace, Kind.POD).map(this::byEnvironment);
    podsSeen = pods.orElse(byEnvironment(seen(Kind.POD)));
    events = seen(Kind.EVENT).stream().collect(grouping(NamespaceIndex::subject));
    statuses = seen(Kind.CLASS_POD_STATUS).stream().collect(grouping(ClassPodStatus::podName));
  }

  /** Remembers what was found last: a score of checks ask for the same of one environment. */
  private static final class Latest<T> {
    private String of = "";
    private Optional<T> found = Optional.empty();

    synchronized T get(String name, Supplier<T> find) {
      if (found.isEmpty() || !name.equals(of)) {
        found = Optional.of(find.get());
        of = name;
      }
      return found.get();
    }
  }

  Read<List<MountFailure>> failures(String environment, Supplier<Read<List<MountFailure>>> find) {
    return failures.get(environment, find);
  }

  Read<List<ClassInForce>> meant(String environment, Supplier<Read<List<ClassInForce>>> find) {
    return meant.get(environment, find);
  }

  ClassClaims claims() {
    return claims.get(namespace, () -> new ClassClaims(snapshot, namespace));
  }

  /** Returns what a class lists; each of its checks asks. */
  Entries entries(SecretProviderClass resource) {
    Meta meta = resource.meta();
    return entries.get(meta.namespace() + "/" + meta.name(), resource::entries);
  }

  ClusterIndex cluster() {
    return cluster;
  }

  /** Returns the environments of the namespace: its MendixApps, or else what its objects name. */
  Set<String> environments() {
    Set<String> apps = new TreeSet<>(named.get(Kind.MENDIX_APP).keySet());
    if (apps.isEmpty()) {
      apps.addAll(podsSeen.keySet());
      apps.addAll(workloads.keySet());
    }
    apps.remove("");
    return apps;
  }

  /** Returns the names of the classes that were seen. */
  Set<String> classes() {
    return new TreeSet<>(named.get(Kind.CLASS).keySet());
  }

  <T extends Item> Read<Optional<T>> named(Kind<T> kind, String name) {
    Item found = named.get(kind).get(name);
    return found != null
        ? Read.known(Optional.of(kind.type().cast(found)))
        : snapshot.in(namespace, kind).map(all -> Optional.empty());
  }

  Read<List<Pod>> pods(String environment) {
    return pods.map(all -> all.getOrDefault(environment, List.of()));
  }

  List<Workload> workloads(String environment) {
    return workloads.getOrDefault(environment, List.of());
  }

  Read<List<Event>> events(Pod pod) {
    Meta meta = pod.meta();
    return events(subject("Pod", meta.name(), meta.uid()));
  }

  Read<List<Event>> events(Workload workload) {
    Meta meta = workload.meta();
    return events(subject(workload.kind(), meta.name(), meta.uid()));
  }

  private Read<List<Event>> events(String subject) {
    return whatIsSeen(Kind.EVENT, events.getOrDefault(subject, List.of()));
  }

  Read<List<ClassPodStatus>> statuses(Pod pod) {
    return whatIsSeen(
        Kind.CLASS_POD_STATUS,
        statuses.getOrDefault(pod.meta().name(), List.of()).stream()
            .filter(status -> isOf(status, pod))
            .toList());
  }

  /** What is there counts even where others could not be read. */
  private <T extends Item> Read<List<T>> whatIsSeen(Kind<T> kind, List<T> seen) {
    return seen.isEmpty() ? snapshot.in(namespace, kind).map(all -> List.of()) : Read.known(seen);
  }

  /** A pod of a StatefulSet has the name of the one before it, but not its uid. */
  private static boolean isOf(ClassPodStatus status, Pod pod) {
    List<Owner> owners = status.meta().owners();
    return owners.isEmpty()
        || pod.meta().uid().isEmpty()
        || owners.stream().anyMatch(owner -> owner.uid().equals(pod.meta().uid()));
  }

  private static String subject(Event event) {
    return subject(event.kind(), event.name(), event.uid());
  }

  private static String subject(String kind, String name, String uid) {
    return uid.isEmpty() ? kind + "/" + name : uid;
  }

  private <T extends Item> List<T> seen(Kind<T> kind) {
    return snapshot.seenIn(namespace, kind);
  }

  private Map<String, List<Pod>> byEnvironment(List<Pod> all) {
    return all.stream().collect(grouping(this::environmentOf));
  }

  private static <T> Collector<T, ?, Map<String, List<T>>> grouping(Function<T, String> key) {
    return Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList());
  }

  private String environmentOf(Workload workload) {
    String environment =
        labelled(workload.meta())
            .or(() -> labelled(workload.template().meta()))
            .or(() -> owner(workload.meta(), MendixApp.KIND))
            .or(() -> guessed(workload.template(), workload.meta().name()))
            .orElse("");
    environmentOfWorkload.put(workload.meta().name(), environment);
    return environment;
  }

  private String environmentOf(Pod pod) {
    return labelled(pod.meta())
        .or(() -> owner(pod.meta(), MendixApp.KIND))
        .or(
            () ->
                pod.meta().owners().stream()
                    .map(owner -> environmentOfWorkload.getOrDefault(owner.name(), ""))
                    .filter(environment -> !environment.isEmpty())
                    .findFirst())
        .or(() -> guessed(pod, pod.meta().name()))
        .orElse("");
  }

  /** The label is that of the app's pods; other parts, such as builds, name their component. */
  private static Optional<String> labelled(Meta meta) {
    String environment = meta.labels().getOrDefault(AppPod.APP_LABEL, "");
    String component = meta.labels().getOrDefault(AppPod.COMPONENT_LABEL, AppPod.COMPONENT);
    if (environment.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(component.equals(AppPod.COMPONENT) ? environment : "");
  }

  private static Optional<String> owner(Meta meta, String kind) {
    return meta.owners().stream()
        .filter(owner -> owner.kind().equals(kind))
        .map(Owner::name)
        .findFirst();
  }

  /** Labels may have been changed: then an account, a class or a name tells. */
  private Optional<String> guessed(Pod pod, String name) {
    Set<String> apps = named.get(Kind.MENDIX_APP).keySet();
    List<String> signs = new ArrayList<>();
    signs.add(pod.account());
    pod.volumes().stream().map(Volume::className).forEach(signs::add);
    return signs.stream().filter(apps::contains).findFirst().or(() -> named(apps, name));
  }

  /** Returns the longest prefix of the name, up to a hyphen, that is an environment's. */
  private static Optional<String> named(Set<String> apps, String name) {
    for (int end = name.lastIndexOf("-master"); end > 0; end = name.lastIndexOf('-', end - 1)) {
      if (apps.contains(name.substring(0, end))) {
        return Optional.of(name.substring(0, end));
      }
    }
    return Optional.empty();
  }
}
