package io.keycheck.cases.failure.runtime;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The app asks for more than any node has. */
@Fault(checks = "not-about-secrets", shows = "a pod that no node takes: Insufficient cpu")
public final class NoRoomOnAnyNode extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .container(
            container ->
                container.setResources(
                    new ResourceRequirementsBuilder()
                        .addToRequests("cpu", new Quantity("1000"))
                        .build()));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().unscheduled("Insufficient cpu");
  }
}
