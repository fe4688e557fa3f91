package io.keycheck.cases.rotation;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;
import java.util.List;
import java.util.Map;

/**
 * Bring changed storage credentials and the changed password of MxAdmin to a running app of
 * Operator 2.10 and later, and nothing else: the password of the database waits for a restart.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the runtime does not notice a changed key",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "stale",
      "operator-attaches-no-account",
      "runtime-applies-all",
      "runtime-never-notices"
    },
    needs = {Need.OPERATOR_STAND_IN, Need.ROTATION})
public final class StorageAndAdminChangeWhileALaterAppRuns implements Breakable {
  private static final String KEPT = "database-password";

  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-never-notices");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    OperatedApp app =
        Operated.start(
            stage, sample, MendixSettings.ofDocument().servedBy(MendixSettings.OVERRIDING_MORE));
    stage.relyOnRefreshes();
    Rotation rotation =
        stage.rotate(
            app.environment(),
            KEPT,
            "storage-access-key-id",
            "storage-secret-access-key",
            "mx-admin-password");
    rotation.awaitFiles(app.environment().pod());
    Blueprint applied = rotation.rotated().storing(KEPT, sample.expectedFiles().get(KEPT));
    eventually(
            "the app runs on the new storage credentials and password of MxAdmin, and on the old"
                + " password of the database",
            () -> app.settings().differencesFrom(applied.expectedFiles(), Map.of(), stage.runKey()))
        .within(stage.patience().rotate())
        .every(stage.patience().poll())
        .until(List::isEmpty);
  }
}
