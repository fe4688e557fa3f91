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

/** Let an app run on what the MendixApp says where the store does not hold it. */
@Case(
    spec =
        "4 Additional considerations: \"if a parameter is configured in the Cloud Portal or `MendixApp` CR, its value from CSI Secrets Storage will have a higher priority\"",
    since = "0.1.0",
    failsWhen = "the runtime drops what the MendixApp says as soon as there is a store",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "operator-attaches-no-account",
      "runtime-store-alone"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class SettingOfTheMendixAppAloneCounts implements Breakable {
  private static final String PASSWORD = "mx-admin-password";

  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-store-alone");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample =
        stage.sample().notStoring(PASSWORD).mappingOnly(file -> !file.equals(PASSWORD));
    MendixSettings settings = MendixSettings.ofDocument().withAdminPassword(SecretText.random(32));
    OperatedApp app = Operated.start(stage, sample, settings);
    app.environment().requireStoredBytes();
    app.requireSettings(sample.expectedFiles(), settings.byKey());
  }
}
