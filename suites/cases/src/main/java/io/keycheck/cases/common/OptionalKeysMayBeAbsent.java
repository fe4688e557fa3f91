package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.contract.Contract;
import io.keycheck.contract.Key;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.MappedFiles;
import io.keycheck.lab.stage.Stage;
import java.util.Set;
import java.util.stream.Collectors;

/** Let an environment run with the required keys alone. */
@Case(
    spec = "2.1 SecretProviderClass Keys: the rows of the table without a tick under \"Required\"",
    since = "0.1.0",
    failsWhen = "the class still maps an optional key that the store does not hold",
    notices = {"key-left-out", "extra-file"})
public final class OptionalKeysMayBeAbsent implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(
        blueprint ->
            blueprint.mappingAlso(
                Entry.of("mx-admin-password", blueprint.entries().get(0).secret())));
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    Set<String> all = sample.expectedFiles().keySet();
    Set<String> required =
        Contract.ofDocument().required(all).stream().map(Key::file).collect(Collectors.toSet());
    for (String file : all) {
      if (!required.contains(file)) {
        sample = sample.notStoring(file);
      }
    }
    Environment app = stage.startAndAwait(sample.mappingOnly(required::contains));
    assertThat(app.files().byName().keySet())
        .as("the names of the mounted files")
        .containsExactlyInAnyOrderElementsOf(app.expectedFiles().keySet());
    assertThat(Contract.ofDocument().judge(MappedFiles.of(app)))
        .as("what the contract has against the mapped ones")
        .isEmpty();
  }
}
