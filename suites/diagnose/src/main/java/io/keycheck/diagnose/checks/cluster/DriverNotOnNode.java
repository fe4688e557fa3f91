package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No driver runs on the node of the pod. */
public final class DriverNotOnNode implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The Secrets Store CSI driver has no ready pod on the node where the app's pod is, so "
            + "its volume cannot be mounted there.",
        "FailedMount with \"secrets-store.csi.k8s.io not found in the list of registered CSI"
            + " drivers\" or \"dial unix .../csi.sock\"; the DaemonSet does not select or tolerate"
            + " the node, or its pod crashes there. A driver that has gone stays listed in"
            + " CSINode.",
        "Let the driver's DaemonSet run on that node, or keep the app off it.",
        "secrets-store-csi-driver, troubleshooting; Kubernetes, CSINode");
  }

  @Override
  public void look(View view, Findings findings) {
    Map<String, List<Pod>> byNode = Nodes.of(view, view.livePods().orUnknown());
    List<MountFailure> said =
        MountFailures.of(view).orElse(List.of()).stream().filter(DriverNotOnNode::says).toList();
    for (Map.Entry<String, List<Pod>> node : byNode.entrySet()) {
      Read<List<Pod>> drivers =
          view.partsOn(node.getKey())
              .map(parts -> parts.stream().filter(Installed::isDriver).toList());
      Optional<MountFailure> failure =
          said.stream().filter(f -> node.getValue().contains(f.pod())).findFirst();
      boolean listed = isListed(view, node.getKey()).orElse(true);
      if (drivers.isKnown()
          ? isMissing(drivers.orUnknown(), failure, listed)
          : failure.isPresent()) {
        tell(view, node.getKey(), node.getValue(), drivers.orElse(List.of()), findings);
      } else if (!drivers.isKnown() && listed) {
        drivers.orUnknown();
      }
    }
  }

  private static boolean says(MountFailure failure) {
    return failure.text().cause() == Cause.DRIVER_NOT_ANSWERING
        || failure.text().cause() == Cause.DRIVER_NOT_REGISTERED
            && failure.pod().volumes().stream()
                .filter(volume -> volume.name().equals(failure.volume()))
                .anyMatch(volume -> volume.driver().equals(View.DRIVER));
  }

  private static boolean isMissing(
      List<Pod> drivers, Optional<MountFailure> failure, boolean listed) {
    List<Pod> ready = drivers.stream().filter(Pod::ready).toList();
    return ready.isEmpty()
        || !listed
        || failure.isPresent()
            && ready.stream().noneMatch(driver -> Nodes.since(driver, failure.get()));
  }

  private static Read<Boolean> isListed(View view, String node) {
    return view.csiNode(node)
        .map(found -> found.map(each -> each.drivers().contains(View.DRIVER)).orElse(true));
  }

  private static void tell(
      View view, String node, List<Pod> pods, List<Pod> drivers, Findings findings) {
    boolean listed = isListed(view, node).orElse(true);
    findings.add(
        new ObjectRef("Node", "", node),
        saw(node, pods, drivers, listed),
        "A volume is mounted by the driver's pod on the node of the app's pod; elsewhere it is of"
            + " no use.",
        remedy(node, drivers),
        Nodes.waiting(view, pods));
  }

  private static List<String> remedy(String node, List<Pod> drivers) {
    Optional<Pod> ready = drivers.stream().filter(Pod::ready).findFirst();
    if (ready.isPresent()) {
      return List.of(
          "kubectl get csinode %s -o yaml".formatted(Shell.quote(node)),
          "# The registrar beside the driver makes it known to the kubelet; its log says why not:",
          "kubectl -n %s logs %s --all-containers --prefix --tail=50"
              .formatted(
                  Shell.quote(ready.get().meta().namespace()),
                  Shell.quote(ready.get().meta().name())));
    }
    return List.of(
        "kubectl get pods --all-namespaces -o wide --field-selector "
            + Shell.quote("spec.nodeName=" + node),
        "# Compare nodeSelector, affinity and tolerations of the driver's DaemonSet with:",
        "kubectl get node %s --show-labels".formatted(Shell.quote(node)),
        "kubectl describe node %s | grep -A5 Taints".formatted(Shell.quote(node)));
  }

  private static String saw(String node, List<Pod> pods, List<Pod> drivers, boolean listed) {
    Optional<Pod> ready = drivers.stream().filter(Pod::ready).findFirst();
    if (ready.isPresent()) {
      return "The driver's pod %s on node %s is ready, and %s does not know the driver."
          .formatted(ready.get().meta().name(), node, listed ? "the kubelet" : "the CSINode");
    }
    String saw =
        drivers.isEmpty()
            ? "No pod of the driver runs on node %s, where %s is."
                .formatted(node, Nodes.names(pods))
            : "The driver's pod %s on node %s is not ready."
                .formatted(drivers.get(0).meta().name(), node);
    return listed ? saw : saw + " The node's CSINode does not list it either.";
  }
}
