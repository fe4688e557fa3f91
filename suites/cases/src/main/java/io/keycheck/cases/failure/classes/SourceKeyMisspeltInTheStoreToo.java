package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/** An entry reads a key that is misspelt, and the store spells it likewise. */
@Fault(checks = "source-key-misspelt", shows = "nothing: the new pod runs, and no event warns")
public final class SourceKeyMisspeltInTheStoreToo extends UnseenFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    Blueprint sample = stage.sample();
    String secret = sample.entry("storage-secret-access-key").secret();
    return sample.storing(secret, "torage-secret-access-key", SecretText.random(40));
  }

  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "secretKey: \"storage-secret-access-key\"", "secretKey: \"torage-secret-access-key\"");
    scene.app().restart();
  }
}
