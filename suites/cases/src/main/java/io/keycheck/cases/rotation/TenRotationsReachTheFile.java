package io.keycheck.cases.rotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.RotationTimes;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.wait.Together;
import io.keycheck.reports.Measurement;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Bring each of five values that follow one another into the mounted file of each of two apps, and
 * measure how long that takes; the report has percentiles, and where the time goes.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"},
    makes = Makes.NEIGHBOUR,
    needs = Need.ROTATION)
public final class TenRotationsReachTheFile implements Breakable {
  /** Of each of two apps: ten of one, which wait for each other, would outlast all other cases. */
  private static final int ROTATIONS = 5;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    Environment one = stage.start(stage.sample());
    Environment other = stage.startAndAwait(stage.sample(Outline.NEIGHBOUR));
    one.awaitReady();
    stage.relyOnRefreshes();
    List<Callable<List<Measurement>>> both =
        List.of(() -> rotated(stage, one), () -> rotated(stage, other));
    List<Measurement> measured = Together.all(both).stream().flatMap(List::stream).toList();
    measured.forEach(stage::measured);
    stage.note("rotation latency in milliseconds", Latencies.percentiles(measured));
    stage.note("rotation latency, each rotation", Latencies.chart(measured));
  }

  private static List<Measurement> rotated(Stage stage, Environment environment) {
    Environment app = environment;
    Pod pod = app.pod();
    RotationTimes times = new RotationTimes(stage, pod);
    for (int i = 0; i < ROTATIONS; i++) {
      Rotation rotation = stage.rotate(app, "database-password");
      times.await(rotation);
      app = rotation.environment();
    }
    return times.measured();
  }
}
