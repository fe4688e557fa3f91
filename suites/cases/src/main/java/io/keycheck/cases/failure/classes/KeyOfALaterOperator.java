package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.cases.failure.UnseenFault;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/** The class maps a key that only a later Operator reads. */
@Fault(checks = "key-needs-newer-operator", shows = "nothing: the new pod runs, and no event warns")
public final class KeyOfALaterOperator extends UnseenFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    Blueprint sample = stage.sample();
    return sample.storing(
        sample.entries().get(0).secret(), "mx-debugger-password", SecretText.random(40));
  }

  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .remap(
            scene
                .app()
                .blueprint()
                .mappingAlso(
                    Entry.of(
                        "mx-debugger-password",
                        scene.app().blueprint().entries().get(0).secret())));

    scene.app().restart();
  }
}
