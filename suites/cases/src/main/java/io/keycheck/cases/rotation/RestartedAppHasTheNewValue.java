package io.keycheck.cases.rotation;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;
import java.util.Map;

/** Give an app the rotated values with a restart, whatever the driver refreshed before it. */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "stale",
      "operator-attaches-no-account"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class RestartedAppHasTheNewValue implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Operated.start(stage, stage.sample(), MendixSettings.ofDocument());
    Rotation rotation = stage.rotate(app.environment(), "database-password", "mx-admin-password");
    app.environment().restart();
    OperatedApp restarted = app.as(rotation.environment().awaitReady());
    restarted.environment().requireStoredBytes();
    restarted.requireSettings(rotation.rotated().expectedFiles(), Map.of());
  }
}
