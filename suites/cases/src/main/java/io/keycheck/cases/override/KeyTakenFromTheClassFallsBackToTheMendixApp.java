package io.keycheck.cases.override;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.util.Map;

/** Bring the MendixApp's value back, with a restart, when the class maps the key no more. */
@Case(
    spec =
        "4 Additional considerations: \"its value from CSI Secrets Storage will have a higher priority\"",
    since = "0.1.0",
    failsWhen = "the class does map the key still",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "stale",
      "operator-attaches-no-account",
      "runtime-mendix-app-first",
      "runtime-store-alone"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class KeyTakenFromTheClassFallsBackToTheMendixApp implements Breakable {
  private static final String PASSWORD = "mx-admin-password";

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> stage.remap(app, app.blueprint()));
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    MendixSettings settings = MendixSettings.ofDocument().withAdminPassword(SecretText.random(32));
    OperatedApp app = Operated.start(stage, sample, settings);
    app.environment().requireStoredBytes();
    app.requireSettings(sample.expectedFiles(), Map.of());
    Environment mapped = app.environment();
    Blueprint less = mapped.blueprint().mappingOnly(file -> !file.equals(PASSWORD));
    Environment changed = stage.remap(mapped, less);
    stage.reached(Moment.DISTURBED, mapped);
    changed.restart();
    app.as(changed.awaitReady()).requireSettings(less.expectedFiles(), settings.byKey());
  }
}
