package io.keycheck.diagnose.checks.volume;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;

/** The app's pod has no Secrets Store volume. */
public final class VolumeMissing implements Check {
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
        "The pod mounts no volume of the driver secrets-store.csi.k8s.io, so no key reaches "
            + "the app.",
        "spec.volumes of the pod; the pod runs, and the app starts without its secrets or does "
            + "not start.",
        "Let the Operator make the pods again once account, class and override flag are right.",
        "The document, section 2; Kubernetes, CSI ephemeral volumes");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<Pod> without =
        view.judgedPods().orUnknown().stream()
            .filter(pod -> View.storeVolumes(pod).isEmpty())
            .filter(pod -> view.misspeltVolumes(pod).isEmpty())
            .findFirst();
    if (without.isPresent() && StoreUse.of(view)) {
      findings.add(
          view.refOf(without.get()),
          "It has no volume of the driver %s.".formatted(View.DRIVER),
          "The keys reach the app as files of such a volume; without it, it gets none.",
          List.of(
              "# The Operator adds the volume when the account and the class of the environment's"
                  + " name are annotated and the override is allowed:",
              "kubectl -n %s get mendixapp,serviceaccount,secretproviderclass %s -o yaml"
                  .formatted(Shell.quote(view.namespace()), Shell.quote(view.environment())),
              "# Then let it make the pods again, by a restart from the portal, or by changing the"
                  + " MendixApp."));
    }
  }
}
