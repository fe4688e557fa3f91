package io.keycheck.cases.failure.app;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Map;

/** The MendixApp names a storage plan beside the store. */
@Fault(
    checks = "storage-plan-used",
    printed = true,
    shows = "nothing: the pods run on, and no event warns")
public final class PlanBesideTheStore extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().mendixApp(spec -> spec.put("storage", Map.of("servicePlan", "s3-plan")));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
