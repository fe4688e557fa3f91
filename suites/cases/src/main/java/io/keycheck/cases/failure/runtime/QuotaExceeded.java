package io.keycheck.cases.failure.runtime;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;

/** A quota of the namespace keeps the pod from being made. */
@Fault(checks = "not-about-secrets", shows = "an event FailedCreate: exceeded quota")
public final class QuotaExceeded extends InjectedFault {
  private static final String QUOTA = "no-pods";

  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .add(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(QUOTA)
                .withNamespace(scene.stage().namespace())
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity("0"))
                .endSpec()
                .build());
    // Until its controller has counted what is there, a quota limits nothing.
    Parts.awaitCounted(scene.stage(), QUOTA);
    scene.app().deletePods();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().event("FailedCreate", "exceeded quota");
  }
}
