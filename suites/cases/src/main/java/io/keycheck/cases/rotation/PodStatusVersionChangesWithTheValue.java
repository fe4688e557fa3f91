package io.keycheck.cases.rotation;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Rotation;
import io.keycheck.lab.stage.Stage;

/**
 * Change the version in the SecretProviderClassPodStatus with the value: by it, who may not read
 * secrets can tell that a rotation has arrived.
 */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider gives no versions",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale", "no-versions"},
    needs = Need.ROTATION)
public final class PodStatusVersionChangesWithTheValue implements Breakable {
  private static final String ROTATED = "database-password";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("no-versions");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    String before = app.mountedObjects().versions().get(ROTATED);
    stage.relyOnRefreshes();
    Rotation rotation = stage.rotate(app, ROTATED);
    eventually(
            "the version of " + ROTATED + " in the pod's status is another one",
            () -> app.mountedObjects().versions().getOrDefault(ROTATED, ""))
        .within(stage.patience().rotate())
        .every(stage.patience().poll())
        .until(version -> !version.isBlank() && !version.equals(before));
    rotation.environment().requireStoredBytes(pod);
  }
}
