package io.keycheck.cases.vault;

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
import io.keycheck.reports.Level;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Show that the document's commented-out entry cannot be taken into use as it stands: its closing
 * quote is missing, and the whole list is no YAML any more.
 */
@Case(
    stores = "vault",
    level = Level.EXTENDED,
    spec = "3.1, step 13: #- secretKey: \"storage-use-ca-certificates\"",
    since = "0.1.0",
    failsWhen = "the entry is written as the others are",
    refused = true,
    notices = {"vague-errors"},
    makes = Makes.DOCUMENT_SAMPLE,
    needs = {Need.VAULT_AUTH_MOUNT, Need.VAULT_KV_ONE})
public final class UncommentedEntryBreaksTheSample implements Breakable {
  private static final Pattern NOT_YAML = Pattern.compile("yaml: (line \\d+|unmarshal errors)");

  @Override
  public void breakBy(Faults faults) {
    faults.object(GenericKubernetesResource.class, UncommentedEntryBreaksTheSample::mend);
  }

  private static void mend(GenericKubernetesResource object) {
    Map<String, Object> parameters = object.get("spec", "parameters");
    if (parameters != null) {
      parameters.computeIfPresent(
          "objects",
          (name, list) ->
              list.toString()
                  .replace("objectAlias", "objectName")
                  .replaceAll("(secretPath: \"[^\"\\n]+)\\n", "$1\"\n")
                  .replace("\"torage-", "\"storage-"));
    }
  }

  @Promise
  void holds(Stage stage) {
    VaultSample sample = VaultSample.asWritten(stage, VaultStore.KV1);
    Environment app =
        stage.start(
            sample.provision(
                text ->
                    text.replace("#- secretKey", "- secretKey")
                        .replace("#  objectAlias", "  objectAlias")
                        .replace("#  secretPath", "  secretPath")));
    stage.note("the refusal", app.awaitRefused(NOT_YAML));
  }
}
