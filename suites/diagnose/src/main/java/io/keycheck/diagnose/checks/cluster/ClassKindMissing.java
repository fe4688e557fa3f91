package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.ServedKind;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Set;

/** The cluster does not know the kind SecretProviderClass. */
public final class ClassKindMissing implements Check {
  private static final String NAME = "secretproviderclasses.secrets-store.csi.x-k8s.io";

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
        "The API group secrets-store.csi.x-k8s.io is not served, so no SecretProviderClass can "
            + "exist.",
        "kubectl says that the server has no resource type \"secretproviderclasses\", or that "
            + "there are no matches for the kind.",
        "Install the CRDs of the Secrets Store CSI driver; its chart has them.",
        "secrets-store-csi-driver, installation; the document, section 3.1, step 1");
  }

  @Override
  public void look(View view, Findings findings) {
    // A class that was seen proves its kind, whatever the list of kinds holds.
    if (view.anyClassSeen()) {
      return;
    }
    boolean said =
        MountFailures.of(view).orElse(List.of()).stream()
            .anyMatch(failure -> failure.text().cause() == Cause.CLASS_KIND_MISSING);
    if (said
        || view.snapshot().all(Kind.SERVED_KIND).orUnknown().stream()
            .noneMatch(ClassKindMissing::isClass)) {
      findings.add(
          new ObjectRef("CustomResourceDefinition", "", NAME),
          "No CustomResourceDefinition serves the kind SecretProviderClass.",
          "Without it no class can be created, and the driver cannot find any.",
          List.of(
              "# Install the driver with its CRDs; with its chart:",
              "helm upgrade --install csi-secrets-store secrets-store-csi-driver"
                  + " --repo https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts"
                  + " -n kube-system --set enableSecretRotation=true"));
    }
  }

  private static boolean isClass(ServedKind kind) {
    return kind.group().equals(Kind.CLASS.group())
        && kind.kind().equals(Kind.CLASS.name())
        && !kind.served().isEmpty();
  }

  @Override
  public Set<String> explains() {
    return Set.of("class-missing");
  }
}
