package io.keycheck.diagnose.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A kind of objects that is read.
 *
 * @param group its API group; empty for the core group
 * @param resource its name in requests and rights, such as {@code pods}
 * @param name its name in objects, such as {@code Pod}
 * @param namespaced whether its objects belong to namespaces
 * @param type what is kept of an object
 */
public record Kind<T extends Item>(
    String group, String resource, String name, boolean namespaced, Class<T> type) {
  private static final String STORE = "secrets-store.csi.x-k8s.io";
  private static final String RBAC = "rbac.authorization.k8s.io";

  public static final Kind<MendixApp> MENDIX_APP =
      new Kind<>("privatecloud.mendix.com", "mendixapps", "MendixApp", true, MendixApp.class);
  public static final Kind<Pod> POD = new Kind<>("", "pods", "Pod", true, Pod.class);
  public static final Kind<Event> EVENT = new Kind<>("", "events", "Event", true, Event.class);
  public static final Kind<ServiceAccount> SERVICE_ACCOUNT =
      new Kind<>("", "serviceaccounts", "ServiceAccount", true, ServiceAccount.class);
  public static final Kind<SecretProviderClass> CLASS =
      new Kind<>(
          STORE, "secretproviderclasses", "SecretProviderClass", true, SecretProviderClass.class);
  public static final Kind<ClassPodStatus> CLASS_POD_STATUS =
      new Kind<>(
          STORE,
          "secretproviderclasspodstatuses",
          "SecretProviderClassPodStatus",
          true,
          ClassPodStatus.class);
  public static final Kind<Workload> DEPLOYMENT =
      new Kind<>("apps", "deployments", "Deployment", true, Workload.class);
  public static final Kind<Workload> REPLICA_SET =
      new Kind<>("apps", "replicasets", "ReplicaSet", true, Workload.class);
  public static final Kind<Workload> STATEFUL_SET =
      new Kind<>("apps", "statefulsets", "StatefulSet", true, Workload.class);
  public static final Kind<Workload> DAEMON_SET =
      new Kind<>("apps", "daemonsets", "DaemonSet", true, Workload.class);
  public static final Kind<Node> NODE = new Kind<>("", "nodes", "Node", false, Node.class);
  public static final Kind<CsiDriver> CSI_DRIVER =
      new Kind<>("storage.k8s.io", "csidrivers", "CSIDriver", false, CsiDriver.class);
  public static final Kind<CsiNode> CSI_NODE =
      new Kind<>("storage.k8s.io", "csinodes", "CSINode", false, CsiNode.class);
  public static final Kind<ServedKind> SERVED_KIND =
      new Kind<>(
          "apiextensions.k8s.io",
          "customresourcedefinitions",
          "CustomResourceDefinition",
          false,
          ServedKind.class);
  public static final Kind<Role> CLUSTER_ROLE =
      new Kind<>(RBAC, "clusterroles", "ClusterRole", false, Role.class);
  public static final Kind<RoleBinding> CLUSTER_ROLE_BINDING =
      new Kind<>(RBAC, "clusterrolebindings", "ClusterRoleBinding", false, RoleBinding.class);

  /** Returns every kind that is read; Secrets are not among them. */
  public static List<Kind<?>> all() {
    return List.of(
        MENDIX_APP,
        POD,
        EVENT,
        SERVICE_ACCOUNT,
        CLASS,
        CLASS_POD_STATUS,
        DEPLOYMENT,
        REPLICA_SET,
        STATEFUL_SET,
        DAEMON_SET,
        NODE,
        CSI_DRIVER,
        CSI_NODE,
        SERVED_KIND,
        CLUSTER_ROLE,
        CLUSTER_ROLE_BINDING);
  }

  /** Returns the kind of this group and name, where it is one that is read. */
  public static Optional<Kind<?>> of(String group, String name) {
    for (Kind<?> kind : all()) {
      if (kind.group().equals(group) && kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
