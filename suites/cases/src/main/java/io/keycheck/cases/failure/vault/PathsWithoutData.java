package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class names paths without the data/ of an engine of version 2, which the policy allows. */
@Fault(checks = "vault-secret-not-found", shows = "a refused read: 404")
public final class PathsWithoutData extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .stage()
        .lab()
        .vault()
        .writePolicy(
            scene.app().blueprint().role(),
            "path \"secret/*\" {\n    capabilities = [\"read\"]\n}\n");
    scene.edits().objects(text -> text.replace("secret/data/", "secret/"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("error requesting secret.*Code: 404");
  }
}
