package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.AwsStore;

/** The class fails over to the region that it asks first. */
@Fault(
    checks = "failover-incomplete",
    store = "aws",
    shows = "a refused mount: failover region cannot be the same as the primary region")
public final class FailoverToTheSameRegion extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("region", AwsStore.REGION);
    scene.edits().parameter("failoverRegion", AwsStore.REGION);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("failover region cannot be the same as the primary region");
  }
}
