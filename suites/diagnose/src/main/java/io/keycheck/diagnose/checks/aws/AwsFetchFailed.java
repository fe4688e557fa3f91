package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The AWS provider could not fetch, and hides why. */
public final class AwsFetchFailed implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.AWS_FETCH_FAILED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The provider says this of all that is not plainly the secret's fault: refused by IAM, STS"
            + " or KMS, no way to AWS, a JMESPath that finds nothing, or a value that is no JSON.",
        "FailedMount with \"Failed to fetch secret from all regions\", or \"... parameters ...\".",
        "Go through what can be behind it, the likeliest first; the provider's log has the reason.",
        "secrets-store-csi-driver-provider-aws, utils/error_handling_helper.go; the document,"
            + " section 3.2, steps 7 to 11");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    List<Suspect> suspects = Suspect.ranked(view, failure);
    List<String> remedy = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      remedy.add("# %d. %s".formatted(i + 1, suspects.get(i).sentence()));
      remedy.addAll(suspects.get(i).remedy());
    }
    remedy.add("# The reason is in the log of the provider's pod on the app's node:");
    remedy.add(providerLog(view, failure.pod()));
    Suspect first = suspects.get(0);
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "The provider hides the reason. %s: %s"
            .formatted(first.seen() ? "Likeliest by far" : "First to look at", first.sentence()),
        remedy);
  }

  /** Names of pods and labels vary; which node it is does not. */
  private static String providerLog(View view, Pod app) {
    return view.snapshot().driverAndProviderPods().orElse(List.of()).stream()
        .filter(pod -> pod.node().equals(app.node()) && pod.meta().name().contains("aws"))
        .findFirst()
        .map(
            pod ->
                "kubectl -n %s logs %s --tail=200"
                    .formatted(
                        Shell.quote(OneLine.of(pod.meta().namespace())),
                        Shell.quote(OneLine.of(pod.meta().name()))))
        .orElse(
            "kubectl get pods --all-namespaces --field-selector "
                + Shell.quote("spec.nodeName=" + OneLine.of(app.node()))
                + " | grep -i aws");
  }

  @Override
  public Set<String> explains() {
    return Set.of("source-key-misspelt");
  }
}
