package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.stage.TokenRequests;
import io.keycheck.lab.store.AwsStore;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Refuse to mount where the driver asks for tokens, but for none that AWS takes, and name the
 * audience.
 */
@Case(
    stores = "aws",
    spec = "2, step 2: \"Install and configure a Kubernetes Secrets Store CSI driver\"",
    since = "0.1.0",
    failsWhen = "the driver asks for tokens for AWS after all",
    refused = true,
    notices = {"vague-errors", "aws:any-audience"},
    needs = Need.OWN_DRIVER)
@Isolated(
    "the driver asks for the same tokens at each mount, and one that it has just begun to ask for is"
        + " refused to any pod until the API server has heard of it too")
public final class AudienceForAwsIsNeeded implements Breakable {
  private static final Pattern NO_AUDIENCE =
      Pattern.compile(
          "IRSA token extraction failed: token for audience \"sts\\.amazonaws\\.com\" not found");

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> TokenRequests.with(stage, AwsStore.AUDIENCE));
  }

  @Promise
  void holds(Stage stage) {
    TokenRequests.without(stage, AwsStore.AUDIENCE);
    Environment app = stage.provision(stage.sample());
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(NO_AUDIENCE));
  }
}
