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
import java.util.Map;

/** Let an app run on what the store holds where the MendixApp holds none of it. */
@Case(
    spec =
        "3.1, step 14: \"you must set the value of the allowOverrideSecretsWithSecretStoreCSIDriver setting to true\"",
    since = "0.1.0",
    failsWhen = "the class does not map the key",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "operator-attaches-no-account"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class SettingOfTheStoreAloneCounts implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(blueprint -> blueprint.mappingOnly(file -> !file.equals("mx-admin-password")));
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    OperatedApp app = Operated.start(stage, sample, MendixSettings.ofDocument());
    app.environment().requireStoredBytes();
    app.requireSettings(sample.expectedFiles(), Map.of());
  }
}
