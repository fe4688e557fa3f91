package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;

/** Read secrets from the failover region where the first one cannot be reached. */
@Case(
    stores = "aws",
    level = Level.EXTENDED,
    spec = "2, step 4: \"where to read the keys\"",
    since = "0.1.0",
    failsWhen = "the provider never asks the failover region",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "aws:no-failover",
      "aws:region-ignored"
    })
public final class FailoverRegionServesWhereTheFirstIsAway implements Breakable {
  /** No service answers under the names of such a region. */
  private static final String NOWHERE = "xx-nowhere-1";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("no-failover");
  }

  @Promise
  void holds(Stage stage) {
    Environment app =
        stage.startAndAwait(
            stage.sample().with("region", NOWHERE).with("failoverRegion", stage.store().engine()));
    app.requireStoredBytes();
  }
}
