package io.keycheck.diagnose.checks.cluster;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.checks.aws.AwsClass;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.Node;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;

/** The AWS provider cannot tell which region to ask. */
public final class RegionUnknown implements Check {
  private static final String LABEL = "topology.kubernetes.io/region";
  private static final List<String> VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.CLASS;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class has no parameter region, the provider no AWS_REGION, and the node no label "
            + "topology.kubernetes.io/region.",
        "FailedMount with \"failed to retrieve region from node. error Region not found\".",
        "Set the parameter region of the class.",
        "secrets-store-csi-driver-provider-aws, server/server.go; the document, section 3.2, "
            + "step 11");
  }

  @Override
  public void look(View view, Findings findings) {
    if (!AwsClass.isOf(view) || AwsClass.parameter(view, "region").isPresent()) {
      return;
    }
    Optional<String> saw = said(view);
    if (saw.isEmpty()) {
      saw = seen(view);
    }
    if (saw.isPresent()) {
      ClassInForce theClass = view.theClass().orUnknown().orElseThrow();
      String namespace = theClass.resource().meta().namespace();
      String name = theClass.resource().meta().name();
      findings.add(
          new ObjectRef("SecretProviderClass", namespace, name),
          saw.get(),
          "The provider has to know the region of the store, and looks in these three places.",
          List.of(
              "# With the region of the store:",
              "kubectl -n %s patch secretproviderclass %s --type merge -p %s"
                  .formatted(
                      Shell.quote(namespace),
                      Shell.quote(name),
                      Shell.quote("{\"spec\":{\"parameters\":{\"region\":\"<region>\"}}}"))));
    }
  }

  private static Optional<String> said(View view) {
    return MountFailures.of(view).orElse(List.of()).stream()
        .filter(failure -> failure.text().cause() == Cause.REGION_UNKNOWN)
        .map(failure -> failure.text().quoted())
        .findFirst();
  }

  private static Optional<String> seen(View view) {
    for (String name : Nodes.of(view, view.livePods().orUnknown()).keySet()) {
      boolean set =
          view.partsOn(name).orUnknown().stream()
              .filter(part -> view.providerOf(part).filter(Provider.AWS::equals).isPresent())
              .flatMap(part -> part.containers().stream())
              .anyMatch(c -> VARIABLES.stream().anyMatch(c.variables()::containsKey));
      Optional<Node> node = view.node(name).orUnknown();
      if (!set && node.isPresent() && !node.get().meta().labels().containsKey(LABEL)) {
        return Optional.of(
            "No parameter region, no AWS_REGION in the provider, and no label %s on node %s."
                .formatted(LABEL, name));
      }
    }
    return Optional.empty();
  }
}
