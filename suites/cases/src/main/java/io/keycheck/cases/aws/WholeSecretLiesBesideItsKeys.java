package io.keycheck.cases.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.MountedFiles;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.reports.Level;
import io.keycheck.reports.secrecy.SecretText;

/**
 * Show that the whole secret is mounted beside the keys that its jmesPath picks: whoever reads one
 * file reads them all.
 */
@Case(
    stores = "aws",
    level = Level.EXTENDED,
    spec =
        "1 Introduction: \"using a secret storage incorrectly may reduce the security of your app\"",
    since = "0.1.0",
    failsWhen = "the provider leaves the whole secret out",
    notices = {"wrong-bytes", "add-newline", "aws:drops-extra-file"})
public final class WholeSecretLiesBesideItsKeys implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("drops-extra-file");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    String secret = sample.entries().get(0).secret();
    Environment app =
        stage.startAndAwait(
            sample
                .storing(secret, "not-for-the-app", SecretText.random(32))
                .mappingOnly("database-type"::equals));
    String whole = AwsStore.wholeFile(secret);
    MountedFiles files = app.files();
    assertThat(files.byName()).as("the mounted files").containsKey(whole);
    assertThat(files.byName().get(whole).digest())
        .as("the digest of the file " + whole + ", against the whole secret's")
        .isEqualTo(stage.runKey().digest(app.expectedFiles().get(whole)));
    stage.note(
        "least exposure",
        "The class maps database-type alone; the file "
            + whole
            + " holds every key of the secret. Keep in a secret only what its app may read.");
  }
}
