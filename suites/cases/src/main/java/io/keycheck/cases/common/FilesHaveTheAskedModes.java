package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.MountedFile;
import io.keycheck.lab.stage.SharedSample;
import io.keycheck.lab.stage.Stage;
import java.util.Map;

/**
 * Give files the modes that the class asks for, 0644 by default, so that a non-root app reads them.
 */
@Case(
    spec =
        "2, step 4: \"The SecretProviderClass contains vendor-specific configuration that specifies mapping rules\"",
    since = "0.1.0",
    failsWhen = "the provider gives every file the mode 0777",
    notices = {"wide-modes", "key-left-out"},
    makes = Makes.SHARED_SAMPLE)
public final class FilesHaveTheAskedModes implements Breakable {
  private static final String ASKED = SharedSample.FILE_WITH_A_MODE;

  /** The last entry, which a provider that leaves one out leaves out. */
  private static final String BY_DEFAULT = "mx-admin-password";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("wide-modes");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    Map<String, MountedFile> files = app.files().byName();
    assertThat(files).as("the mounted files").containsKeys(ASKED, BY_DEFAULT);
    assertThat(files.get(ASKED).mode())
        .as("the mode of a file that asked for " + SharedSample.MODE)
        .isEqualTo(SharedSample.MODE.substring(1));
    assertThat(files.get(BY_DEFAULT).mode())
        .as("the mode of a file that asked for none")
        .isEqualTo("644");
    assertThat(files.values())
        .as("files, each read by the app's user 1001, who is not root")
        .allMatch(MountedFile::readable);
  }
}
