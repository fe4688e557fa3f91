package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.store.AwsStore;
import java.util.List;

/** The class asks a region that the secret is not in. */
@Fault(
    checks = "aws-secret-not-found",
    store = "aws",
    shows = "a refused mount: ResourceNotFoundException")
public final class AwsSecretInAnotherRegion extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().lab().aws().allow(blueprint, AwsStore.ACTIONS, List.of("*"));
    scene.edits().parameter("region", AwsStore.OTHER_REGION);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("ResourceNotFoundException");
  }
}
