package io.keycheck.cases.rotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Sightings;
import io.keycheck.lab.stage.Stage;
import java.util.List;

/**
 * Change all keys of one refresh together: whoever reads the folder while it is refreshed sees all
 * old or all new, and never the new user's name with the old password.
 */
@Case(
    stores = "vault", // The AWS provider writes file by file, unless it leaves that to the driver.
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider refreshes every second file a mount later than the others",
    notices = {"wrong-bytes", "add-newline", "stale", "piecemeal"},
    needs = Need.ROTATION)
public final class KeysOfOneSecretChangeTogether implements Breakable {
  /** Two keys of one secret, one at an even place of its list and one at an odd one. */
  private static final List<String> FILES = List.of("database-host", "database-password");

  @Override
  public void breakBy(Faults faults) {
    faults.provider("piecemeal");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    // Before the pod begins to look, for it looks only for a while.
    stage.relyOnRefreshes();
    Sightings sightings = Sightings.begin(stage, app, pod, FILES);
    Rotation rotation = stage.rotate(app, FILES.toArray(String[]::new));
    List<String> states =
        sightings.states(app.blueprint().expectedFiles(), rotation.rotated().expectedFiles());
    stage.note("states in which both files were seen together", String.join(", then ", states));
    if (!states.equals(List.of("old", "new"))) {
      throw new AssertionError(
          "expected: both files are seen old, then new; seen: %s; where: %s of pod %s"
              .formatted(
                  states.isEmpty() ? "nothing" : String.join(", then ", states),
                  String.join(" and ", FILES),
                  pod.getMetadata().getName()));
    }
  }
}
