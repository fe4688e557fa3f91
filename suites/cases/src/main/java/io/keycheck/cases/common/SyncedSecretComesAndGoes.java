package io.keycheck.cases.common;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.OwnedSecret;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.SyncedSecret;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Keep a Secret that the class asks for as long as a pod mounts it, with the mounted bytes. */
@Case(
    spec = "3.1, step 2: \"--set syncSecret.enabled=true\"",
    since = "0.1.0",
    failsWhen = "the class asks for no Secret",
    notices = {"wrong-bytes", "add-newline", "aws:drops-extra-file"},
    needs = Need.SYNCED_SECRETS)
public final class SyncedSecretComesAndGoes implements Breakable {
  private static final String NAME = "synced-by-the-driver";
  private static final String KEY = "password";

  @Override
  public void breakBy(Faults faults) {
    faults.object(
        GenericKubernetesResource.class,
        object -> {
          Map<String, Object> spec = object.get("spec");
          if (spec != null) {
            spec.remove("secretObjects");
          }
        });
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    // The file that a provider with wrong bytes gets wrong.
    String file = stage.store().firstFile(sample);
    Environment app =
        stage.startAndAwait(sample.syncing(new SyncedSecret(NAME, Map.of(KEY, file))));
    Secret synced = OwnedSecret.await(stage, NAME);
    assertThat(digest(stage, synced))
        .as("the digest of the Secret's key, against the stored value's")
        .isEqualTo(stage.runKey().digest(app.expectedFiles().get(file)));
    app.stop();
    eventually("the Secret " + NAME + " is gone", () -> stage.secret(NAME))
        .within(stage.patience().tearDown())
        .every(stage.patience().poll())
        .showing(secret -> secret.isPresent() ? "it is there" : "it is gone")
        .until(Optional::isEmpty);
  }

  private static String digest(Stage stage, Secret secret) {
    String encoded = secret.getData() == null ? "" : secret.getData().getOrDefault(KEY, "");
    return stage
        .runKey()
        .digest(
            SecretText.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)));
  }
}
