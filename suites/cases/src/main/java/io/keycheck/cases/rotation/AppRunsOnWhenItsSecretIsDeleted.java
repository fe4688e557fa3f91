package io.keycheck.cases.rotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Refreshes;
import io.keycheck.lab.stage.Stage;

/**
 * Let an app run on, with the files that it has, when its secret is deleted in the store; the
 * driver alone says that refreshes fail.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the app is restarted, and has no files to start with",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "vault:partial",
      "aws:any-account"
    },
    needs = {Need.ROTATION, Need.DRIVER_LOG})
public final class AppRunsOnWhenItsSecretIsDeleted implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> app.restart());
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    app.requireStoredBytes(pod);
    stage.relyOnRefreshes();
    stage.store().remove(app.blueprint(), app.blueprint().entry("database-password").secret());
    stage.note("what the driver says", Refreshes.awaitFailure(stage, pod));
    stage.reached(Moment.DISTURBED, app);
    app.requireRunning(pod);
    app.requireStoredBytes(pod);
  }
}
