package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.lab.store.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuse a pod whose ServiceAccount names a role by something that is no ARN. */
@Case(
    stores = "aws",
    spec = "3.2, step 9: eks.amazonaws.com/role-arn=<{aws role ARN}>",
    since = "0.1.0",
    failsWhen = "the annotation is the role's ARN after all",
    refused = true,
    notices = {"vague-errors"},
    needs = Need.AWS_PROVIDER_LOG)
public final class RoleArnMalformedIsRefused implements Breakable {

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
    // A reader who copies the role's name in place of its ARN.
    stage.annotateAccount(app, AwsStore.ROLE_ANNOTATION, Optional.of(app.blueprint().role()));
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(stage.store().refusal(Refusal.ACCOUNT)));
    stage.awaitLoggedByAwsProvider(
        Pattern.quote(stage.namespace()) + ".*ValidationError: Request ARN is invalid");
  }
}
