package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.snapshot.CsiDriver;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cluster has no Secrets Store CSI driver. */
public final class DriverNotInstalled implements Check {
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
        "There is no CSIDriver named secrets-store.csi.k8s.io, so no pod can mount a volume of "
            + "it.",
        "FailedMount with \"volume mode \"Ephemeral\" not supported by driver"
            + " secrets-store.csi.k8s.io (no CSIDriver object)\"; the pod stays in"
            + " ContainerCreating.",
        "Install the driver, and the provider of your store.",
        "Kubernetes, CSIDriver; the document, section 3.1, step 1");
  }

  @Override
  public void look(View view, Findings findings) {
    Read<Map<String, CsiDriver>> drivers = view.csiDrivers();
    boolean said =
        MountFailures.of(view).orElse(List.of()).stream()
            .anyMatch(
                failure ->
                    failure.text().cause() == Cause.DRIVER_NOT_INSTALLED && isOfDriver(failure));
    if (drivers.isKnown() ? !drivers.orUnknown().containsKey(View.DRIVER) : said) {
      findings.add(
          new ObjectRef("CSIDriver", "", View.DRIVER),
          "The cluster has no CSIDriver \"%s\".".formatted(View.DRIVER),
          "The driver mounts the volumes that the keys come in; without it no pod with such a"
              + " volume starts.",
          List.of(
              "helm upgrade --install csi-secrets-store secrets-store-csi-driver"
                  + " --repo https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts"
                  + " -n kube-system --set enableSecretRotation=true",
              "# Then see that the provider of your store runs as well."));
    } else {
      drivers.orUnknown();
    }
  }

  private static boolean isOfDriver(MountFailure failure) {
    return failure.pod().volumes().stream()
        .filter(volume -> volume.name().equals(failure.volume()))
        .anyMatch(volume -> volume.driver().equals(View.DRIVER));
  }

  @Override
  public Set<String> explains() {
    return Set.of(
        "driver-not-on-node", "class-kind-missing", "rotation-disabled", "token-requests-missing");
  }
}
