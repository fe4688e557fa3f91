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
import io.keycheck.reports.Level;
import java.util.List;

/**
 * Show what a policy without DescribeSecret does: a secret is mounted, and a changed value reaches
 * the file, for the driver tells the provider of no version that it could ask about. With a driver
 * that does, before 1.6, each refresh is refused, and the case is skipped.
 */
@Case(
    stores = "aws",
    level = Level.EXTENDED,
    spec = "3.2, step 8: \"secretsmanager:DescribeSecret\"",
    since = "0.1.0",
    failsWhen = "the policy lacks GetSecretValue in its place",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"},
    needs = {Need.ROTATION, Need.UNTOLD_VERSIONS})
public final class RefreshNeedsGetSecretValueAlone implements Breakable {
  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.RUNNING,
        (stage, app) ->
            stage.lab().aws().allow(app.blueprint(), List.of("secretsmanager:DescribeSecret")));
  }

  @Promise
  void holds(Stage stage) {
    AwsStore aws = stage.lab().aws();
    Environment app = stage.provision(stage.sample());
    aws.allow(app.blueprint(), List.of("secretsmanager:GetSecretValue"));
    stage.start(app).awaitReady();
    app.requireStoredBytes();
    stage.reached(Moment.RUNNING, app);
    stage.relyOnRefreshes();
    stage.rotate(app, "database-password").awaitFiles(app.pod());
  }
}
