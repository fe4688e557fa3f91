package io.keycheck.cases.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/** Mount each key that a jmesPath picks under the name of its alias, not of the key. */
@Case(
    stores = "aws",
    spec =
        "3.2, step 11: \"path specifies the key name from the original AWS Secret (Secret Manager key), and objectAlias specifies how it will be named when mounted into the sidecar\"",
    since = "0.1.0",
    failsWhen = "the provider swaps the contents of two aliases",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"})
public final class JmesPathPicksEachKeyUnderItsAlias implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("wrong-alias");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    for (Entry entry : sample.entries()) {
      SecretText value = sample.secrets().get(entry.secret()).get(entry.key());
      sample =
          sample
              .storing(entry.secret(), "kept-as-" + entry.key(), value)
              .notStoring(entry.key())
              .changing(entry.file(), old -> old.from("kept-as-" + old.key()));
    }
    Environment app = stage.startAndAwait(sample);
    assertThat(app.files().byName()).as("the mounted files").containsKey("database-password");
    app.requireStoredBytes();
  }
}
