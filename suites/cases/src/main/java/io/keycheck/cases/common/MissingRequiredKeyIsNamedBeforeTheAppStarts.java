package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.contract.Contract;
import io.keycheck.contract.Problem;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.MappedFiles;
import io.keycheck.lab.stage.Stage;
import java.util.List;
import java.util.Set;

/**
 * Name a required key that the class does not map, from the class in the cluster alone, before any
 * app is started.
 */
@Case(
    spec = "2.1 SecretProviderClass Keys: the tick under \"Required\"",
    since = "0.1.0",
    failsWhen = "the class does map the key",
    mounts = false,
    makes = Makes.NO_APP)
public final class MissingRequiredKeyIsNamedBeforeTheAppStarts implements Breakable {
  private static final String MISSING = "storage-bucket-name";

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(
        blueprint -> blueprint.mappingAlso(Entry.of(MISSING, blueprint.entries().get(0).secret())));
  }

  @Promise
  void holds(Stage stage) {
    Environment environment =
        stage.provision(stage.sample().mappingOnly(file -> !file.equals(MISSING)));
    Set<String> mapped = MappedFiles.of(environment);
    List<Problem> problems = Contract.ofDocument().judge(mapped);
    assertThat(problems)
        .as("what the contract has against the class in the cluster")
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo("key-required-missing");
              assertThat(problem.sentence()).contains(MISSING);
            });
    assertThat(environment.pods()).as("the pods of the app, which was not started").isEmpty();
  }
}
