package io.keycheck.cases.failure.vault;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The policy of the role was deleted. */
@Fault(checks = "vault-policy-denies", shows = "a refused read: 403 permission denied")
public final class PolicyDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.stage().store().deny(scene.app().blueprint());
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
