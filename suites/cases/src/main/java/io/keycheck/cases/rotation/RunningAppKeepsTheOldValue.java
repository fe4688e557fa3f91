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
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Let a running app of the document's Operator keep what it read, though its files have changed.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the runtime applies every changed key at once",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "stale",
      "operator-attaches-no-account",
      "runtime-applies-all"
    },
    needs = {Need.OPERATOR_STAND_IN, Need.ROTATION})
public final class RunningAppKeepsTheOldValue implements Breakable {
  /** As long as an app that looks at its mount would look at it three times. */
  private static final Duration THREE_LOOKS = Duration.ofSeconds(3);

  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-applies-all");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    OperatedApp app = Operated.start(stage, sample, MendixSettings.ofDocument());
    stage.relyOnRefreshes();
    Rotation rotation = stage.rotate(app.environment(), "database-password", "mx-admin-password");
    rotation.awaitFiles(app.environment().pod());
    eventually(
            "the app runs on what it read when it started",
            () -> app.settings().differencesFrom(sample.expectedFiles(), Map.of(), stage.runKey()))
        .every(stage.patience().poll())
        .holdsFor(THREE_LOOKS, List::isEmpty);
    stage.calm().require();
  }
}
