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
import java.util.TreeMap;

/**
 * Let the store of Operator 2.9, the document's, override the password of MxAdmin alone: constants
 * and runtime settings stay the MendixApp's, though the class maps keys for them.
 */
@Case(
    spec =
        "4 Additional considerations: \"Currently this applies only to the `MxAdmin` password.\"",
    since = "0.1.0",
    failsWhen = "the runtime takes constants and runtime settings from the store",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "operator-attaches-no-account",
      "runtime-mendix-app-first",
      "runtime-store-alone",
      "runtime-overrides-too-much"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class StoreOverridesNoConstantsBeforeOperatorTwoTen implements Breakable {
  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-overrides-too-much");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = ConstantsInBoth.sample(stage);
    MendixSettings settings = ConstantsInBoth.settings();
    OperatedApp app = Operated.start(stage, sample, settings);
    app.environment().requireStoredBytes();
    Map<String, SecretText> store = new TreeMap<>(sample.expectedFiles());
    Map<String, SecretText> mendixApp = new TreeMap<>(settings.byKey());
    mendixApp.remove("mx-admin-password");
    store.keySet().removeAll(mendixApp.keySet());
    app.requireSettings(store, mendixApp);
  }
}
