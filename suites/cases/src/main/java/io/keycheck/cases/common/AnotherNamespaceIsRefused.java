package io.keycheck.cases.common;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;

/** Refuse the secrets to an account of the right name in another namespace. */
@Case(
    spec = "3.1, step 11: \"specify the environment's Kubernetes namespace and ServiceAccount\"",
    since = "0.1.0",
    failsWhen = "the provider serves what it read for the rightful namespace",
    notices = {"any-account", "vague-errors"},
    makes = {Makes.SHARED_SAMPLE, Makes.STRANGER},
    needs = Need.AWS_PROVIDER_LOG)
public final class AnotherNamespaceIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("any-account");
  }

  @Promise
  void holds(Stage stage) {
    Environment rightful = stage.lookAtSample();
    String elsewhere = stage.anotherNamespace();
    Environment stranger =
        stage.start(
            stage.attach(rightful.blueprint().posingAs(rightful.blueprint().name(), elsewhere)));
    stage.awaitRefused(stranger, Refusal.NAMESPACE);
  }
}
