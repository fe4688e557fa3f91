package io.keycheck.cases.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;
import java.util.Map;

/**
 * Have no pod serve with old values once a rolling restart of two replicas is complete, so that old
 * and new are mixed for no longer than the roll-out takes.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "stale",
      "operator-attaches-no-account"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class RollOutEndsWithTheNewValueEverywhere implements Breakable {
  private static final int REPLICAS = 2;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app =
        Operated.start(stage, stage.sample().replicated(REPLICAS), MendixSettings.ofDocument());
    Rotation rotation = stage.rotate(app.environment(), "database-username", "database-password");
    Environment rolled = rotation.environment().rollOut();
    assertThat(rolled.pods()).as("the pods of the app").hasSize(REPLICAS);
    for (Pod pod : rolled.pods()) {
      rolled.requireStoredBytes(pod);
      assertThat(
              app.settings(pod)
                  .differencesFrom(rotation.rotated().expectedFiles(), Map.of(), stage.runKey()))
          .as("what " + pod.getMetadata().getName() + " runs on, against what is stored")
          .isEmpty();
    }
  }
}
