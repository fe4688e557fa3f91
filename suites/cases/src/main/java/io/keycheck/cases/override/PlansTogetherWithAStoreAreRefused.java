package io.keycheck.cases.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.contract.MendixApp;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.AppStatus;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;

/** Refuse plans together with a secrets store by a condition that names both, and make no app. */
@Case(
    spec =
        "4 Additional considerations: \"It is not currently possible to use Storage Plans with CSI Secrets Storage.\"",
    since = "0.1.0",
    failsWhen = "the Operator accepts the plans",
    mounts = false,
    notices = {"operator-takes-plans"},
    needs = Need.OPERATOR_STAND_IN)
public final class PlansTogetherWithAStoreAreRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.app("operator-takes-plans");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app =
        Operated.handOver(stage, stage.sample(), MendixSettings.ofDocument().withPlans());
    AppStatus status =
        app.awaitStatus("whether it is accepted", seen -> seen.accepted().isPresent());
    stage.note("the condition", status.reason() + ": " + status.message());
    assertThat(status.isRefused()).as("whether the MendixApp is refused").isTrue();
    assertThat(status.message())
        .as("the message of the condition")
        .contains(
            MendixApp.DATABASE_PLAN_PATH, MendixApp.STORAGE_PLAN_PATH, MendixApp.OVERRIDE_FIELD);
    assertThat(app.environment().deployment()).as("the Deployment of the app").isNull();
  }
}
