package io.keycheck.cases.rotation;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.HasToItself;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Refreshes;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Leave the files of a running pod as they are where the driver is installed as the document does,
 * without rotation, and mount the new values into the pod that a restart makes.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the driver does rotate",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"},
    needs = Need.OWN_DRIVER)
@HasToItself(
    value = HasToItself.ROTATION,
    because = "rotation is asked for by the one CSIDriver of all cases")
public final class WithoutRotationOnlyANewPodSeesTheNewValue implements Breakable {
  /**
   * Longer than two of the kubelet's rounds, in one of which a rotation would arrive; on a busy
   * machine, than one.
   */
  private static final Duration TWO_ROUNDS = Duration.ofSeconds(5);

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.DISTURBED, (stage, app) -> Refreshes.on(stage));
  }

  @Promise
  @Execution(ExecutionMode.SAME_THREAD)
  void holds(Stage stage) {
    DriverOfOurs.require(stage);
    Refreshes.off(stage);
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    stage.reached(Moment.DISTURBED, app);
    Rotation rotation = stage.rotate(app, "database-password");
    eventually(
            "the files of the running pod are the old ones",
            () -> app.files(pod).differencesFrom(app.expectedFiles(), stage.runKey()))
        .every(TWO_ROUNDS) // What arrives stays: a look at the end sees it.
        .holdsFor(TWO_ROUNDS, List::isEmpty);
    Instant seen = Instant.now();
    app.restart();
    rotation.environment().awaitReady().requireStoredBytes();
    stage.calm().requireOf(seen);
  }
}
