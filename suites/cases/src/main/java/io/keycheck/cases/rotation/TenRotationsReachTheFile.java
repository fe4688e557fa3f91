package io.keycheck.cases.rotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;
import java.time.Duration;
import java.time.Instant;

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
    Latencies latencies = new Latencies();
    for (int i = 0; i < ROTATIONS; i++) {
      Rotation rotation = stage.rotate(app, "database-password");
      Instant seen = rotation.awaitFiles(pod);
      latencies.add(rotation.began(), rotation.stored(), seen);
      stage.measured("time from the store to the file", Duration.between(rotation.began(), seen));
      app = rotation.environment();
    }
    stage.note("rotation latency in milliseconds", latencies.percentiles());
    stage.note("rotation latency, each rotation", latencies.chart());
  }
}
