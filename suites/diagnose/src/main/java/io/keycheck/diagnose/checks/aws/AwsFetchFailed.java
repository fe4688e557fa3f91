package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.TextCheck;
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
  public Set<String> explainedBy() {
    return Set.of(
        "jmespath-unquoted", "role-arn-malformed", "account-name-mismatch", "placeholder-left");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    List<Suspect> suspects = Suspect.ranked(view, failure);
    List<String> remedy = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      remedy.add("# %d. %s".formatted(i + 1, suspects.get(i).sentence()));
      remedy.addAll(suspects.get(i).remedy());
    }
    remedy.add(
        "# The provider's log on node %s has the reason; in its namespace:"
            .formatted(failure.pod().node()));
    remedy.add(
        "kubectl -n kube-system logs -l app=secrets-store-csi-driver-provider-aws --tail=200");
    Suspect first = suspects.get(0);
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "The provider hides the reason. %s: %s"
            .formatted(first.seen() ? "Likeliest by far" : "First to look at", first.sentence()),
        remedy);
  }
}
