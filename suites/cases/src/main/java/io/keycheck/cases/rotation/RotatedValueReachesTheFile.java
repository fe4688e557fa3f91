package io.keycheck.cases.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.RotationTimes;
import io.keycheck.lab.stage.Stage;

/** Bring a value that changes in the store into the mounted file, while the pod runs on. */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"},
    needs = Need.ROTATION)
public final class RotatedValueReachesTheFile implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    stage.relyOnRefreshes();
    RotationTimes times = new RotationTimes(stage, pod);
    times.await(stage.rotate(app, "database-password"));
    times.measured().forEach(stage::measured);
    assertThat(app.pod().getMetadata().getUid())
        .as("the uid of the pod, which was not restarted")
        .isEqualTo(pod.getMetadata().getUid());
  }
}
