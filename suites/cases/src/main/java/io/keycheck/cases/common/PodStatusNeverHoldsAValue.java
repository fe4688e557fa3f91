package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.PodObjects;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.Redactor;

/** Keep values, plain or encoded, out of the status that everybody may read. */
@Case(
    spec =
        "1 Introduction: \"using a secret storage incorrectly may reduce the security of your app\"",
    since = "0.1.0",
    failsWhen = "the provider gives the value as its version",
    notices = {"value-as-version"},
    makes = Makes.SHARED_SAMPLE)
public final class PodStatusNeverHoldsAValue implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("value-as-version");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    PodObjects status = app.mountedObjects();
    Redactor values = stage.lab().redactor();
    assertThat(values.leaks(status.text())).as("whether the status holds a stored value").isFalse();
  }
}
