package io.keycheck.diagnose.checks.account;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The IAM role that the ServiceAccount names is no ARN. */
public final class RoleArnMalformed implements Check {
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z0-9-]{0,20}:iam::\\d{12}:role/[\\w+=,.@/-]{1,600}");

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
        "The annotation eks.amazonaws.com/role-arn of the account is not the ARN of an IAM "
            + "role.",
        "FailedMount with \"Failed to fetch secret from all regions\"; the reason is only in the "
            + "provider's log.",
        "Correct the annotation: arn:aws:iam::<account>:role/<name>.",
        "AWS, IAM ARNs; the document, section 3.2, step 10");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<ServiceAccount> account = AwsAccount.of(view);
    if (account.isEmpty()) {
      return;
    }
    String arn = AwsAccount.arn(account.get());
    if (!arn.isEmpty() && !ROLE.matcher(arn).matches()) {
      String name = account.get().meta().name();
      findings.add(
          new ObjectRef("ServiceAccount", view.namespace(), name),
          "%s is \"%s\".".formatted(AwsAccount.ANNOTATION, OneLine.of(arn)),
          "An IAM role is named by arn:aws:iam::, twelve digits, :role/ and its name.",
          List.of(
              "# With the ARN as 'aws iam get-role' prints it:", AwsAccount.annotate(view, name)));
    }
  }
}
