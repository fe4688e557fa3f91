package io.keycheck.cases.common;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;

/** Refuse the secrets to a pod that runs as another ServiceAccount of the same namespace. */
@Case(
    spec =
        "2, step 5: \"It usually involves allowing the Kubernetes ServiceAccount to access specific keys in Vault or in AWS console.\"",
    since = "0.1.0",
    failsWhen = "the provider serves what it read for the rightful account",
    notices = {"any-account", "vague-errors"},
    makes = Makes.INTRUDER,
    needs = Need.AWS_PROVIDER_LOG)
public final class AnotherAccountIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("any-account");
  }

  @Promise
  void holds(Stage stage) {
    Environment rightful = stage.startAndAwait(stage.sample());
    // Same secrets, same role; only the account is another.
    Environment intruder =
        stage.start(
            stage.attach(rightful.blueprint().posingAs(Outline.INTRUDER, stage.namespace())));
    stage.awaitRefused(intruder, Refusal.ACCOUNT);
  }
}
