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
 * Show that the driver as the document installs it hands the provider no tokens, and that every
 * mount says so.
 */
@Case(
    stores = "aws",
    spec = "2, step 2: \"Install and configure a Kubernetes Secrets Store CSI driver\"",
    since = "0.1.0",
    failsWhen = "the driver asks for tokens for AWS after all",
    refused = true,
    notices = {"vague-errors"},
    needs = Need.OWN_DRIVER)
@Isolated("the tokens are asked for by the one CSIDriver of all cases")
public final class TokenRequestsAreNeeded implements Breakable {
  private static final Pattern NO_TOKENS =
      Pattern.compile(
          "CSI token error: serviceAccount\\.tokens not provided - ensure tokenRequests is configured in CSIDriver");

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> TokenRequests.with(stage, AwsStore.AUDIENCE));
  }

  @Promise
  void holds(Stage stage) {
    TokenRequests.none(stage);
    Environment app = stage.provision(stage.sample());
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(NO_TOKENS));
  }
}
