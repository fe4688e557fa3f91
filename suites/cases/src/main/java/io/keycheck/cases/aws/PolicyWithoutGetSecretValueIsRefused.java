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

/** Refuse the secret to a role whose policy lets it look at the secret, but not read its value. */
@Case(
    stores = "aws",
    spec = "3.2, step 8: \"In the IAM role, add an inline policy with the following JSON\"",
    since = "0.1.0",
    failsWhen = "the policy allows both actions after all",
    refused = true,
    notices = {"any-account", "vague-errors"},
    needs = Need.AWS_PROVIDER_LOG)
public final class PolicyWithoutGetSecretValueIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.DISTURBED,
        (stage, app) -> stage.lab().aws().allow(app.blueprint(), AwsStore.ACTIONS));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.provision(stage.sample());
    stage.lab().aws().allow(app.blueprint(), List.of("secretsmanager:DescribeSecret"));
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.awaitRefused(app, Refusal.RIGHTS);
  }
}
