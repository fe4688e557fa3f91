package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;

/** The policy names paths without the data/ of an engine of version 2. */
@Fault(checks = "vault-policy-denies", shows = "a refused read: 403 permission denied")
public final class PolicyWithoutData extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene
        .stage()
        .lab()
        .vault()
        .writePolicy(
            blueprint.role(),
            "path \"secret/%s*\" {\n    capabilities = [\"read\"]\n}\n"
                .formatted(blueprint.namespace()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("error requesting secret.*Code: 403.*permission denied");
  }

  @Override
  protected void mend(Scene scene) {
    scene.stage().lab().vault().allow(scene.app().blueprint());
  }
}
