package io.keycheck.cases.override;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.util.Map;

/** Let the store's password of MxAdmin count where the MendixApp has one too. */
@Case(
    spec =
        "4 Additional considerations: \"its value from CSI Secrets Storage will have a higher priority\"",
    since = "0.1.0",
    failsWhen = "the runtime reads the MendixApp before the store",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "operator-attaches-no-account",
      "runtime-mendix-app-first"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class StoreOverridesTheAdminPassword implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-mendix-app-first");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    OperatedApp app =
        Operated.start(
            stage, sample, MendixSettings.ofDocument().withAdminPassword(SecretText.random(32)));
    app.environment().requireStoredBytes();
    app.requireSettings(sample.expectedFiles(), Map.of());
  }
}
