package io.keycheck.diagnose.checks.account;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Optional;

/** The ServiceAccount names no IAM role. */
public final class RoleArnMissing implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.POD;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class is of the AWS provider without pod identity, and the account lacks the "
            + "annotation eks.amazonaws.com/role-arn.",
        "FailedMount with \"An IAM role must be associated with service account\".",
        "Annotate the account with the ARN of the role that may read the secrets.",
        "The document, section 3.2, step 10; secrets-store-csi-driver-provider-aws, "
            + "credential_provider");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<ServiceAccount> account = AwsAccount.of(view);
    if (account.isPresent() && AwsAccount.arn(account.get()).isEmpty()) {
      String name = account.get().meta().name();
      findings.add(
          new ObjectRef("ServiceAccount", view.namespace(), name),
          "It has no annotation %s.".formatted(AwsAccount.ANNOTATION),
          "The AWS provider takes on the role that the pod's account names; without one it has no"
              + " rights.",
          List.of(
              "# With the ARN of the role that may read the secrets:",
              AwsAccount.annotate(view, name)));
    }
  }
}
