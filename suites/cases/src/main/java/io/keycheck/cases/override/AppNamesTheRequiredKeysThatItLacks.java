package io.keycheck.cases.override;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;

/** Have an app without required keys not start, and say which they are. */
@Case(
    spec = "2.1 SecretProviderClass Keys: the tick under \"Required\"",
    since = "0.1.0",
    failsWhen = "the runtime starts the app without them",
    notices = {"operator-attaches-no-account", "runtime-starts-anyway"},
    needs = Need.OPERATOR_STAND_IN)
public final class AppNamesTheRequiredKeysThatItLacks implements Breakable {
  private static final List<String> LACKING = List.of("database-password", "storage-bucket-name");

  @Override
  public void breakBy(Faults faults) {
    faults.app("runtime-starts-anyway");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample().mappingOnly(file -> !LACKING.contains(file));
    for (String key : LACKING) {
      sample = sample.notStoring(key);
    }
    OperatedApp app = Operated.handOver(stage, sample, MendixSettings.ofDocument());
    assertThat(app.awaitNotStarting())
        .as("what the app said when it did not start")
        .isEqualTo(
            "The app does not start: required keys are missing: " + String.join(", ", LACKING));
  }
}
