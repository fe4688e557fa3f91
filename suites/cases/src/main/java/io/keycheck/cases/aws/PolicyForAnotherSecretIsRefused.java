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
import java.util.List;

/** Refuse the secret to a role whose policy names another secret. */
@Case(
    stores = "aws",
    spec = "3.2, step 8: \"In the IAM role, add an inline policy with the following JSON\"",
    since = "0.1.0",
    failsWhen = "the policy names the environment's secret after all",
    refused = true,
    notices = {"any-account", "vague-errors"},
    needs = Need.AWS_PROVIDER_LOG)
public final class PolicyForAnotherSecretIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.DISTURBED,
        (stage, app) -> stage.lab().aws().allow(app.blueprint(), AwsStore.ACTIONS));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.provision(stage.sample());
    AwsStore aws = stage.lab().aws();
    String arn = aws.secretArn(app.blueprint(), app.blueprint().entries().get(0).secret());
    aws.allow(
        app.blueprint(), AwsStore.ACTIONS, List.of(arn.replace("secret:", "secret:another-")));
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.awaitRefused(app, Refusal.RIGHTS);
  }
}
