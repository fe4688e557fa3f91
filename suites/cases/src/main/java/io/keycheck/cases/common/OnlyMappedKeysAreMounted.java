package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/** Mount no key that the class does not map, though the same secret holds it. */
@Case(
    spec =
        "2, step 4: \"The SecretProviderClass contains vendor-specific configuration that specifies mapping rules - where to read the keys, how to transform and rename them.\"",
    since = "0.1.0",
    failsWhen = "the provider writes an unmapped key of the secret too",
    notices = {"key-left-out", "extra-file"},
    makes = Makes.SHARED_SAMPLE)
public final class OnlyMappedKeysAreMounted implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("extra-file");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.lookAtSample();
    assertThat(app.files().byName().keySet())
        .as("the names of the mounted files")
        .containsExactlyInAnyOrderElementsOf(app.expectedFiles().keySet());
  }
}
