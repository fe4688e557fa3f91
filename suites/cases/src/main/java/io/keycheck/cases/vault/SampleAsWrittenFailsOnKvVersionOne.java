package io.keycheck.cases.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
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
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Show that one misspelt key of the document's sample keeps every key from being mounted, on the
 * engine where its paths are right.
 */
@Case(
    stores = "vault",
    spec = "3.1, step 13: secretKey: \"torage-secret-access-key\"",
    since = "0.1.0",
    failsWhen = "the key is spelt as the secret has it",
    refused = true,
    notices = {"vague-errors", "partial"},
    makes = Makes.DOCUMENT_SAMPLE,
    needs = {Need.VAULT_AUTH_MOUNT, Need.VAULT_KV_ONE})
public final class SampleAsWrittenFailsOnKvVersionOne implements Breakable {
  private static final Pattern MISSPELT =
      Pattern.compile("key \"torage-secret-access-key\" does not exist at the secret path");

  @Override
  public void breakBy(Faults faults) {
    faults.object(GenericKubernetesResource.class, SampleAsWrittenFailsOnKvVersionOne::mend);
  }

  private static void mend(GenericKubernetesResource object) {
    Map<String, Object> parameters = object.get("spec", "parameters");
    if (parameters != null) {
      parameters.computeIfPresent(
          "objects", (name, list) -> list.toString().replace("\"torage-", "\"storage-"));
    }
  }

  @Promise
  void holds(Stage stage) {
    Environment app = VaultSample.asWritten(stage, VaultStore.KV1).takeAllSteps();
    stage.note("the refusal", app.awaitRefused(MISSPELT));
    assertThat(app.podObjects(app.pod())).as("what the driver says it mounted").isEmpty();
  }
}
