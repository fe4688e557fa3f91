package io.keycheck.diagnose;

import io.keycheck.contract.Contract;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Condition;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.CsiDriver;
import io.keycheck.diagnose.snapshot.CsiNode;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.diagnose.snapshot.Node;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.diagnose.snapshot.Workload;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a snapshot says of one environment; the questions that checks share are answered here once.
 *
 * @param snapshot what was read
 * @param namespace the environment's namespace
 * @param environment its internal name
 * @param contract the contract to judge by
 * @param index what the snapshot holds of the namespace, by name
 */
public record View(
    Snapshot snapshot,
    String namespace,
    String environment,
    Contract contract,
    NamespaceIndex index) {
  /** Name of the driver that mounts Secrets Store volumes. */
  public static final String DRIVER = io.keycheck.contract.SecretProviderClass.DRIVER;

  /** Looks at one environment alone. */
  public View(Snapshot snapshot, String namespace, String environment, Contract contract) {
    this(
        snapshot,
        namespace,
        environment,
        contract,
        new NamespaceIndex(snapshot, namespace, new ClusterIndex(snapshot)));
  }

  /** Returns the MendixApp; nothing where there is none. */
  public Read<Optional<MendixApp>> app() {
    return index.named(Kind.MENDIX_APP, environment);
  }

  /** Returns the ServiceAccount named like the environment. */
  public Read<Optional<ServiceAccount>> account() {
    return accountNamed(environment);
  }

  /** Returns the ServiceAccount of this name in the environment's namespace. */
  public Read<Optional<ServiceAccount>> accountNamed(String name) {
    return index.named(Kind.SERVICE_ACCOUNT, name);
  }

  /** Returns the SecretProviderClass named like the environment. */
  public Read<Optional<SecretProviderClass>> classOfItsName() {
    return classNamed(environment);
  }

  /** Returns the SecretProviderClass of this name in the environment's namespace. */
  public Read<Optional<SecretProviderClass>> classNamed(String name) {
    return index.named(Kind.CLASS, name);
  }

  /**
   * Returns the SecretProviderClass that counts for the environment: the one of its name, else the
   * one that looks meant for it.
   */
  public Read<Optional<ClassInForce>> theClass() {
    return ClassInForce.of(this);
  }

  /** Returns the provider of the class that counts, where it is a known one. */
  public Read<Optional<Provider>> provider() {
    return theClass()
        .map(found -> found.map(one -> one.resource().provider()).flatMap(Provider::of));
  }

  /** Returns what a class lists. */
  public Entries entries(SecretProviderClass resource) {
    return index.entries(resource);
  }

  /** Returns the environment's pods that are there to stay; none where none are wanted. */
  public Read<List<Pod>> pods() {
    Read<List<Pod>> all = index.pods(environment);
    if (!all.isKnown() && wantsNone()) {
      return Read.known(List.of());
    }
    return all.map(pods -> pods.stream().filter(pod -> !pod.meta().deleting()).toList());
  }

  /** Returns the environment's pods that are there to stay and have not ended. */
  public Read<List<Pod>> livePods() {
    return pods().map(pods -> pods.stream().filter(pod -> !pod.hasEnded()).toList());
  }

  /** Returns the Deployments, StatefulSets and ReplicaSets that were seen of the environment. */
  public List<Workload> workloads() {
    return index.workloads(environment);
  }

  /**
   * Returns the pods to judge: those that are there, or where there are none, those that would be
   * made.
   */
  public Read<List<Pod>> judgedPods() {
    Read<List<Pod>> pods = livePods();
    if (!pods.orElse(List.of()).isEmpty()) {
      return pods;
    }
    List<Pod> templates = templates();
    return templates.isEmpty() ? pods : Read.known(templates);
  }

  private List<Pod> templates() {
    List<Pod> own =
        workloads().stream()
            .filter(workload -> !workload.kind().equals(Kind.REPLICA_SET.name()))
            .map(Workload::template)
            .toList();
    // Of ReplicaSets, old ones stay; they tell only where nothing else does.
    return own.isEmpty() ? workloads().stream().map(Workload::template).limit(1).toList() : own;
  }

  /** Returns how a finding names a pod to judge, which may be one that would be made. */
  public ObjectRef refOf(Pod pod) {
    String name = pod.meta().name();
    if (!pod.phase().isEmpty() || !pod.meta().uid().isEmpty()) {
      return new ObjectRef("Pod", namespace, name);
    }
    String kind =
        workloads().stream()
            .filter(workload -> workload.template().equals(pod))
            .map(Workload::kind)
            .findFirst()
            .orElse("Pod");
    return new ObjectRef(kind, namespace, name);
  }

  /** Returns how a finding names an object of the environment's own name. */
  public ObjectRef refOf(Kind<?> kind) {
    return new ObjectRef(kind.name(), namespace, environment);
  }

  /** Returns the pod's volumes of the driver. */
  public static List<Volume> storeVolumes(Pod pod) {
    return pod.volumes().stream().filter(volume -> volume.driver().equals(DRIVER)).toList();
  }

  /** Returns the pod's volumes that are meant to be the driver's, but name another one. */
  public List<Volume> misspeltVolumes(Pod pod) {
    Map<String, CsiDriver> known = csiDrivers().orElse(Map.of());
    return pod.volumes().stream()
        .filter(volume -> !volume.driver().isEmpty() && !volume.driver().equals(DRIVER))
        .filter(volume -> !known.containsKey(volume.driver()))
        .filter(volume -> !volume.className().isEmpty() || Spelling.near(volume.driver(), DRIVER))
        .toList();
  }

  /** Returns the pod's volumes that are, or are meant to be, the driver's. */
  public List<Volume> meantVolumes(Pod pod) {
    return Stream.concat(storeVolumes(pod).stream(), misspeltVolumes(pod).stream()).toList();
  }

  /** Returns whether the pod's volumes are mounted, as far as can be seen. */
  public boolean hasMounted(Pod pod) {
    return pod.containers().stream().anyMatch(Container::hadVolumes)
        || statuses(pod).orElse(List.of()).stream()
            .anyMatch(status -> status.mounted() == Flag.TRUE);
  }

  /** Returns what was mounted in the pod. */
  public Read<List<ClassPodStatus>> statuses(Pod pod) {
    return index.statuses(pod);
  }

  /** Returns the volumes that pods cannot mount now; see {@link MountFailures}. */
  public Read<List<MountFailure>> mountFailures() {
    return index.failures(environment, () -> MountFailures.look(this));
  }

  /** Returns whether the cluster is seen to have classes, wherever. */
  public boolean anyClassSeen() {
    return index.cluster().anyClass();
  }

  /** Returns the events about the pod. */
  public Read<List<Event>> events(Pod pod) {
    return index.events(pod);
  }

  /** Returns the events about the workload. */
  public Read<List<Event>> events(Workload workload) {
    return index.events(workload);
  }

  /** Returns why no pod of the workload is made, as its events and, longer, its conditions say. */
  public List<String> refusals(Workload workload) {
    Stream<String> said =
        events(workload).orElse(List.of()).stream()
            .filter(event -> event.reason().equals("FailedCreate"))
            .map(Event::message);
    Stream<String> stays =
        workload.conditions().stream()
            .filter(condition -> condition.type().equals("ReplicaFailure"))
            .filter(condition -> condition.status().equals("True"))
            .map(Condition::message);
    return Stream.concat(said, stays).toList();
  }

  /** Returns the drivers that the cluster knows, by name. */
  public Read<Map<String, CsiDriver>> csiDrivers() {
    return index.cluster().csiDrivers();
  }

  /** Returns what the node's kubelet knows of drivers. */
  public Read<Optional<CsiNode>> csiNode(String node) {
    return index.cluster().csiNode(node);
  }

  /** Returns the node of this name. */
  public Read<Optional<Node>> node(String name) {
    return index.cluster().node(name);
  }

  /** Returns the driver's pods of the cluster. */
  public Read<List<Pod>> driverPods() {
    return index.cluster().drivers();
  }

  /** Returns the pods of the driver and of providers on a node. */
  public Read<List<Pod>> partsOn(String node) {
    return index.cluster().partsOn(node);
  }

  /** Returns which provider a pod of a provider belongs to. */
  public Optional<Provider> providerOf(Pod part) {
    return index.cluster().provider(part);
  }

  /** Returns whether no pod is wanted: the app was stopped on purpose. */
  public boolean isStopped() {
    return wantsNone() && livePods().orElse(List.of()).isEmpty();
  }

  private boolean wantsNone() {
    List<Workload> makers =
        workloads().stream().filter(w -> !w.kind().equals(Kind.REPLICA_SET.name())).toList();
    // One of several, such as that of workers beside a master, may well have none.
    return app().orElse(Optional.empty()).filter(app -> app.replicas() == 0).isPresent()
        || !makers.isEmpty() && makers.stream().allMatch(w -> w.replicas() == 0);
  }
}
