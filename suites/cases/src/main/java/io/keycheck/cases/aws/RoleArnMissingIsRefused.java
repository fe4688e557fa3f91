package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuse a pod whose ServiceAccount names no role, and say so. */
@Case(
    stores = "aws",
    spec = "3.2, step 9: eks.amazonaws.com/role-arn=<{aws role ARN}>",
    since = "0.1.0",
    failsWhen = "the ServiceAccount has its annotation after all",
    refused = true,
    notices = {"vague-errors", "aws:any-role"})
public final class RoleArnMissingIsRefused implements Breakable {
  private static final Pattern NO_ROLE =
      Pattern.compile("An IAM role must be associated with service account env1 \\(namespace: ");

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.DISTURBED,
        (stage, app) ->
            stage.annotateAccount(
                app,
                AwsStore.ROLE_ANNOTATION,
                Optional.of(stage.lab().aws().roleArn(app.blueprint()))));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.provision(stage.sample());
    stage.annotateAccount(app, AwsStore.ROLE_ANNOTATION, Optional.empty());
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(NO_ROLE));
  }
}
