package io.keycheck.diagnose.checks.cluster;

import io.keycheck.contract.Provider;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** No pod of the class's provider runs on the node of the pod. */
public final class ProviderNotOnNode implements Check {
  private static final Set<Cause> SAID =
      Set.of(Cause.PROVIDER_NOT_FOUND, Cause.PROVIDER_NOT_ANSWERING);

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.PROVIDER;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class names a provider that exists, and no ready pod of it runs on the node where "
            + "the app's pod is.",
        "FailedMount with \"provider not found\", or, of a crashed one's socket, \"connection refused\"; on driver 1.6 often no event at all. The "
            + "provider's DaemonSet does not select or tolerate the node, its pod crashes, or it "
            + "listens in another directory than the driver looks in.",
        "Let the provider's DaemonSet run on that node, with the same providers' directory as "
            + "the driver.",
        "secrets-store-csi-driver, providers; vault-csi-provider and "
            + "secrets-store-csi-driver-provider-aws, charts");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<Provider> provider = view.provider().orUnknown();
    if (provider.isEmpty()) {
      return;
    }
    List<MountFailure> said =
        MountFailures.of(view).orElse(List.of()).stream()
            .filter(f -> SAID.contains(f.text().cause()))
            .toList();
    for (Map.Entry<String, List<Pod>> node :
        Nodes.of(view, view.livePods().orUnknown()).entrySet()) {
      Optional<MountFailure> failure =
          said.stream().filter(f -> node.getValue().contains(f.pod())).findFirst();
      Read<List<Pod>> parts = view.partsOn(node.getKey());
      if (parts.isKnown()
          ? isMissing(view, parts.orUnknown(), provider.get(), failure)
          : failure.isPresent()) {
        if (failure.isPresent() && isStale(view, parts, provider.get(), failure.get())) {
          tellStale(view, node.getKey(), node.getValue(), provider.get(), findings);
        } else {
          tell(view, node.getKey(), node.getValue(), provider.get(), findings);
        }
      } else {
        parts.orUnknown();
      }
    }
  }

  private static boolean isMissing(
      View view, List<Pod> parts, Provider provider, Optional<MountFailure> failure) {
    List<Pod> ready = ready(view, parts, provider).toList();
    if (failure.isPresent()) {
      return ready.stream().noneMatch(part -> Nodes.since(part, failure.get()));
    }
    // One that could not be told apart may be the one.
    boolean mayBe =
        parts.stream()
            .filter(Pod::ready)
            .anyMatch(part -> !Installed.isDriver(part) && view.providerOf(part).isEmpty());
    return ready.isEmpty() && !mayBe;
  }

  /** The socket is there, so the driver does find the provider: it is the one that crashed. */
  private static boolean isStale(
      View view, Read<List<Pod>> parts, Provider provider, MountFailure failure) {
    return failure.text().cause() == Cause.PROVIDER_NOT_ANSWERING
        && (!parts.isKnown() || ready(view, parts.orUnknown(), provider).findFirst().isPresent());
  }

  private static Stream<Pod> ready(View view, List<Pod> parts, Provider provider) {
    return parts.stream()
        .filter(Pod::ready)
        .filter(part -> view.providerOf(part).filter(provider::equals).isPresent());
  }

  private static void tellStale(
      View view, String node, List<Pod> pods, Provider provider, Findings findings) {
    Optional<Pod> own = ready(view, view.partsOn(node).orElse(List.of()), provider).findFirst();
    List<String> remedy = new ArrayList<>();
    remedy.add(
        "# Look at the restarts of the provider's pod, and at what it said before the last:");
    remedy.add(
        "kubectl get pods --all-namespaces -o wide --field-selector "
            + Shell.quote("spec.nodeName=" + node));
    String pod = own.map(part -> Shell.quote(part.meta().name())).orElse("'<pod>'");
    String namespace =
        own.map(part -> Shell.quote(part.meta().namespace())).orElse("'<namespace>'");
    remedy.add("kubectl -n %s logs %s --previous".formatted(namespace, pod));
    remedy.add("kubectl -n %s logs %s --tail=200".formatted(namespace, pod));
    remedy.add("# Where it runs on without its socket, a new pod makes the socket anew:");
    remedy.add("kubectl -n %s delete pod %s".formatted(namespace, pod));
    findings.add(
        new ObjectRef("Node", "", node),
        "The socket of the provider \"%s\" on node %s does not answer%s."
            .formatted(
                provider.id(),
                node,
                own.map(part -> ", though pod %s is ready".formatted(part.meta().name()))
                    .orElse("")),
        "The socket is a stale one: the provider crashed, or was replaced, and left it behind, so"
            + " the driver asks where nobody listens.",
        remedy,
        Nodes.waiting(view, pods));
  }

  private static void tell(
      View view, String node, List<Pod> pods, Provider provider, Findings findings) {
    List<Pod> own =
        view.partsOn(node).orElse(List.of()).stream()
            .filter(part -> view.providerOf(part).filter(provider::equals).isPresent())
            .toList();
    String saw =
        own.isEmpty()
            ? "No pod of the provider \"%s\" runs on node %s, where %s is."
                .formatted(provider.id(), node, Nodes.names(pods))
            : own.get(0).ready()
                ? "The driver on node %s finds no provider \"%s\", though pod %s runs there."
                    .formatted(node, provider.id(), own.get(0).meta().name())
                : "The pod %s of the provider \"%s\" on node %s is not ready."
                    .formatted(own.get(0).meta().name(), provider.id(), node);
    findings.add(
        new ObjectRef("Node", "", node),
        saw,
        "The driver asks the provider's pod on the same node for the secrets; without it nothing"
            + " is fetched.",
        List.of(
            "kubectl get daemonsets --all-namespaces | grep -i "
                + (provider == Provider.VAULT ? "-e vault -e bao" : provider.id()),
            "kubectl get pods --all-namespaces -o wide --field-selector "
                + Shell.quote("spec.nodeName=" + node),
            "# Install the provider, or let its DaemonSet select and tolerate the node; its"
                + " hostPath has to be the driver's --provider-volume."),
        Nodes.waiting(view, pods));
  }
}
