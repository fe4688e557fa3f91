package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/** Show every pod of an app the same files with the same bytes. */
@Case(
    spec = "3.1, step 14: \"replicas\" of the example MendixApp",
    since = "0.1.0",
    failsWhen = "the provider writes other bytes into one file",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "uneven"})
public final class AllReplicasSeeTheSame implements Breakable {
  private static final int REPLICAS = 3;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("wrong-bytes");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample().replicated(REPLICAS));
    assertThat(app.pods()).as("the pods of the app").hasSize(REPLICAS);
    for (Pod pod : app.pods()) {
      app.requireStoredBytes(pod);
    }
  }
}
