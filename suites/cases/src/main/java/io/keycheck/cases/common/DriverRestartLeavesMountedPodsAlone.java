package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.HasToItself;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.stage.DriverPods;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;

/**
 * Leave running pods and their files alone when the driver's pod is replaced, and mount new ones
 * after.
 */
@Case(
    spec = "2, step 2: \"This driver is installed globally for the entire cluster.\"",
    since = "0.1.0",
    failsWhen = "the app's pod is replaced together with the driver's",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"},
    makes = Makes.NEIGHBOUR,
    needs = Need.OWN_DRIVER)
@HasToItself(value = HasToItself.DRIVER, because = "the driver serves every case")
public final class DriverRestartLeavesMountedPodsAlone implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> app.restart());
  }

  @Promise
  void holds(Stage stage) {
    DriverOfOurs.require(stage);
    Environment app = stage.startAndAwait(stage.sample());
    Pod before = app.pod();
    DriverPods.replace(stage);
    stage.reached(Moment.DISTURBED, app);
    Pod after = app.awaitReady().pod();
    assertThat(after.getMetadata().getUid())
        .as("the uid of the app's pod after the driver's restart")
        .isEqualTo(before.getMetadata().getUid());
    assertThat(after.getStatus().getContainerStatuses())
        .as("the containers of the app's pod")
        .allMatch(container -> container.getRestartCount() == 0);
    app.requireStoredBytes();
    stage.startAndAwait(stage.sample(Outline.NEIGHBOUR));
  }
}
