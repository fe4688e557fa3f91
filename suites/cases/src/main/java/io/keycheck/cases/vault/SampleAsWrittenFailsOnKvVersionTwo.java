package io.keycheck.cases.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.VaultSample;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.VaultStore;
import java.util.regex.Pattern;

/**
 * Show that the document's own sample cannot work on a key-value engine of version 2, and how it
 * shows: its paths lack data/, so that Vault answers 404 without a word.
 */
@Case(
    stores = "vault",
    spec = "3.1, steps 10 and 13: \"secret/<{env-db-secret}>\"",
    since = "0.1.0",
    failsWhen = "the secrets are in an engine of version 1, where such paths are right",
    refused = true,
    notices = {"vague-errors", "partial"},
    makes = Makes.DOCUMENT_SAMPLE,
    needs = Need.VAULT_AUTH_MOUNT)
public final class SampleAsWrittenFailsOnKvVersionTwo implements Breakable {
  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "couldn't read secret \"database-type\": error requesting secret: Error making API request.*URL: GET \\S+/v1/secret/[^/\\s]+\\s+Code: 404\\. Errors:\\s*$",
          Pattern.DOTALL);

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(blueprint -> blueprint.in(VaultStore.KV1));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = VaultSample.asWritten(stage, VaultStore.KV2).takeAllSteps();
    stage.note("the refusal", app.awaitRefused(NOT_FOUND));
    assertThat(app.podObjects(app.pod())).as("what the driver says it mounted").isEmpty();
  }
}
