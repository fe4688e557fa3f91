package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/**
 * Mount the 14 keys of the document as files that hold exactly the stored bytes.
 *
 * <p>Commonly broken by a provider that adds a newline, or writes the whole secret into each file.
 */
@Case(
    spec =
        "2.1 SecretProviderClass Keys: \"The following table lists the properties used as keys for database and storage-related data.\"",
    since = "0.1.0",
    failsWhen = "the provider writes other bytes into one file",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"},
    makes = Makes.SHARED_SAMPLE)
public final class MountedFilesHoldExactlyTheStoredBytes implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("wrong-bytes");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    assertThat(app.blueprint().entries()).as("the keys of the document").hasSize(14);
    app.requireStoredBytes();
  }
}
