package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.reports.Level;

/** Look for secrets in the region that the class names, whatever the node's is. */
@Case(
    stores = "aws",
    level = Level.EXTENDED,
    spec = "2, step 4: \"where to read the keys\"",
    since = "0.1.0",
    failsWhen = "the provider ignores the class's region",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "aws:region-ignored"},
    needs = Need.AWS_OTHER_REGION)
public final class RegionOfTheClassWins implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("region-ignored");
  }

  @Promise
  void holds(Stage stage) {
    Environment app =
        stage.startAndAwait(
            stage.sample().in(AwsStore.OTHER_REGION).with("region", AwsStore.OTHER_REGION));
    app.requireStoredBytes();
  }
}
