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

/** Let the store of Operator 2.10 and later override constants and runtime settings too. */
@Case(
    spec =
        "4 Additional considerations: \"In the future, this may also include app constants and other settings.\"",
    since = "0.1.0",
    failsWhen = "the runtime takes the password of MxAdmin alone from the store",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "operator-attaches-no-account",
      "runtime-mendix-app-first",
      "runtime-overrides-too-little"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class StoreOverridesConstantsFromOperatorTwoTenOn implements Breakable {
  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-overrides-too-little");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = ConstantsInBoth.sample(stage);
    MendixSettings settings = ConstantsInBoth.settings().servedBy(MendixSettings.OVERRIDING_MORE);
    OperatedApp app = Operated.start(stage, sample, settings);
    app.environment().requireStoredBytes();
    app.requireSettings(sample.expectedFiles(), Map.of());
  }
}
