package io.keycheck.cases.common;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;

/** Keep an environment from a secret of its neighbour in the same namespace. */
@Case(
    spec =
        "3.1, step 10: \"Replace <{env-policy}> with a unique name to identify the app environment, and update any paths to match the secrets you created\"",
    since = "0.1.0",
    failsWhen = "the provider serves what it read for the neighbour",
    notices = {"any-account", "vague-errors", "partial"},
    makes = Makes.NEIGHBOUR,
    needs = Need.AWS_PROVIDER_LOG)
public final class NeighboursCannotReadEachOther implements Breakable {
  private static final String COVETED = "database-password";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("any-account");
  }

  @Promise
  void holds(Stage stage) {
    Environment neighbour = stage.startAndAwait(stage.sample());
    String coveted =
        neighbour.blueprint().entries().stream()
            .filter(entry -> entry.file().equals(COVETED))
            .findFirst()
            .orElseThrow()
            .secret();
    Blueprint own = stage.sample(Outline.NEIGHBOUR);
    Environment curious = stage.start(own.changing(COVETED, entry -> entry.ofSecret(coveted)));
    stage.awaitRefused(curious, Refusal.RIGHTS);
  }
}
