package io.keycheck.diagnose.checks.aws;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.List;
import java.util.Locale;

/** AWS has no secret or parameter of the name that the class gives. */
public final class AwsSecretNotFound implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.AWS_SECRET_NOT_FOUND;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The account and region that were asked have no secret, or no parameter, of the name in"
            + " objectName; the IAM role was accepted.",
        "FailedMount with \"ResourceNotFoundException\", or \"invalid parameters\" for parameters.",
        "Correct objectName, or the region; or create the secret.",
        "The document, section 3.2, steps 1 to 5 and 11; AWS Secrets Manager, GetSecretValue");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    AwsObject object = AwsObject.of(view, failure);
    String said = failure.text().words().toLowerCase(Locale.ROOT);
    boolean valueOnly = said.contains("secret value for");
    String where = object.region().isEmpty() ? "" : " in " + object.region();
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        valueOnly
            ? "The secret \"%s\" is there%s, and has no value of that version or label."
                .formatted(object.name(), where)
            : "There is no %s \"%s\"%s in the account that the role belongs to."
                .formatted(object.kind(), object.name(), where),
        List.of(
            object.describe(),
            "# Which names are there?",
            object.list(),
            "# Then correct objectName, or the region, in the class:",
            ClassLines.edit(failure)));
  }
}
