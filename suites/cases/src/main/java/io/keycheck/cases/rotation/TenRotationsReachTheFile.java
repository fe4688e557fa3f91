package io.keycheck.cases.rotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.RotationTimes;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Measurement;
import java.util.List;

/**
 * Bring each of ten values that follow one another into the mounted file, and measure how long that
 * takes; the report has percentiles, and where the time goes.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"},
    needs = Need.ROTATION)
public final class TenRotationsReachTheFile implements Breakable {
  private static final int ROTATIONS = 10;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    RotationTimes times = new RotationTimes(stage, pod);
    for (int i = 0; i < ROTATIONS; i++) {
      Rotation rotation = stage.rotate(app, "database-password");
      times.await(rotation);
      app = rotation.environment();
    }
    List<Measurement> measured = times.measured();
    measured.forEach(stage::measured);
    stage.note("rotation latency in milliseconds", Latencies.percentiles(measured));
    stage.note("rotation latency, each rotation", Latencies.chart(measured));
  }
}
