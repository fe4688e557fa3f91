package io.keycheck.cases.failure.account;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The pods run as an account that is not named like the environment. */
@Fault(
    checks = "account-name-mismatch",
    shows = "a refused mount: service account name not authorized")
public final class PodsRunAsAnotherAccount extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .add(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("another")
                .withNamespace(scene.stage().namespace())
                .endMetadata()
                .build());
    scene.edits().podSpec(spec -> spec.setServiceAccountName("another"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("service account name not authorized");
  }
}
