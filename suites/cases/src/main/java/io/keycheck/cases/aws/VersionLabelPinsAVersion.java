package io.keycheck.cases.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.reports.secrecy.SecretText;

/** Mount the version that the class names by its label, though a newer one is there. */
@Case(
    stores = "aws",
    spec =
        "2, step 4: \"The SecretProviderClass contains vendor-specific configuration that specifies mapping rules\"",
    since = "0.1.0",
    failsWhen = "the provider ignores the label",
    notices = {
      "wrong-bytes",
      "add-newline",
      "key-left-out",
      "extra-file",
      "aws:ignores-version-label"
    })
public final class VersionLabelPinsAVersion implements Breakable {
  private static final String LABEL = "KEYCHECK_PINNED";

  @Override
  public void breakBy(Faults faults) {
    faults.provider("ignores-version-label");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint current = stage.sample();
    String secret = current.entries().get(0).secret();
    Environment app =
        stage.provision(
            current.with(
                "objects",
                AwsStore.objects(current)
                    .replace(
                        "  objectType", "  objectVersionLabel: \"" + LABEL + "\"\n  objectType")));
    Blueprint pinned =
        app.blueprint().storing("database-password", stage.plant(SecretText.random(40)));
    stage.lab().aws().putLabelled(pinned, secret, LABEL);
    stage.start(app).awaitReady();
    assertThat(app.files().differencesFrom(stage.store().expectedFiles(pinned), stage.runKey()))
        .as("differences between the mounted files and the values of the labelled version")
        .isEmpty();
  }
}
