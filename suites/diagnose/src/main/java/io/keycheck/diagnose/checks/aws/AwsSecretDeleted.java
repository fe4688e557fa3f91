package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.TextCheck;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;

/** The secret in AWS is scheduled for deletion. */
public final class AwsSecretDeleted implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.AWS_SECRET_DELETED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Somebody deleted the secret. AWS keeps it for 7 to 30 days, in which it cannot be read but"
            + " can be restored as it was.",
        "FailedMount with \"InvalidRequestException\" and \"marked for deletion\".",
        "Restore the secret with aws secretsmanager restore-secret.",
        "AWS Secrets Manager, DeleteSecret and RestoreSecret");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    AwsObject object = AwsObject.of(view, failure);
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "The secret \"%s\" is scheduled for deletion; until then it can be restored, values and all."
            .formatted(object.name()),
        List.of(
            object.describe(),
            "aws secretsmanager restore-secret --secret-id "
                + Shell.quote(object.name())
                + object.inRegion()));
  }
}
