package io.keycheck.cases.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;

/**
 * Look for secrets in the region of the pod's node where the class names none, as the document's
 * does.
 */
@Case(
    stores = "aws",
    spec = "3.2, step 11: parameters without a region",
    since = "0.1.0",
    failsWhen = "the class names a region where the secret is not",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"})
public final class RegionComesFromTheNode implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(blueprint -> blueprint.with("region", AwsStore.OTHER_REGION));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample());
    assertThat(app.blueprint().parameters())
        .as("the class's parameters")
        .doesNotContainKey("region");
    app.requireStoredBytes();
  }
}
