package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.AwsSample;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.lab.store.Refusal;

/**
 * Show that the document has no step by which the ServiceAccount may assume the role, and how that
 * shows: the event names only the secret, the provider's log the reason.
 */
@Case(
    stores = "aws",
    spec = "3.2, step 7: \"Create an IAM Role without any attached policies for that environment\"",
    since = "0.1.0",
    failsWhen = "the role trusts the ServiceAccount",
    refused = true,
    notices = {"any-account", "vague-errors"},
    needs = Need.AWS_PROVIDER_LOG)
public final class SampleAsWrittenLacksATrustPolicy implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.PROVISIONED,
        (stage, app) -> {
          AwsStore aws = stage.lab().aws();
          aws.trust(app.blueprint(), aws.trust(app.blueprint().grant()));
        });
  }

  @Promise
  void holds(Stage stage) {
    Environment app = AwsSample.asWritten(stage).takeAllSteps();
    stage.awaitRefused(app, Refusal.ACCOUNT);
  }
}
