package io.keycheck.cases.common;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bring a value that changes in the store into the mounted file, while the pod runs on. */
@Case(
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the value that it read first",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "stale"})
public final class RotatedValueReachesTheFile implements Breakable {
  private static final String ROTATED = "database-password";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    Pod pod = app.pod();
    Blueprint rotated = app.blueprint().storing(ROTATED, stage.plant(SecretText.random(40)));
    String secret =
        rotated.entries().stream()
            .filter(entry -> entry.file().equals(ROTATED))
            .findFirst()
            .orElseThrow()
            .secret();
    Instant written = Instant.now();
    stage.store().put(rotated, secret);
    eventually(
            "the file " + ROTATED + " holds the rotated value",
            () ->
                app.files(pod)
                    .differencesFrom(stage.store().expectedFiles(rotated), stage.runKey()))
        .within(stage.patience().rotate())
        .every(stage.patience().poll())
        .until(List::isEmpty);
    stage.measured("time from the store to the file", Duration.between(written, Instant.now()));
    assertThat(app.pod().getMetadata().getUid())
        .as("the uid of the pod, which was not restarted")
        .isEqualTo(pod.getMetadata().getUid());
  }
}
