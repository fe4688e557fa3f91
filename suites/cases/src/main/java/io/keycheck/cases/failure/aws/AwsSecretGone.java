package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.store.AwsStore;
import java.util.List;

/** The secret was deleted from AWS for good, and the app started anew. */
@Fault(
    checks = "aws-secret-not-found",
    store = "aws",
    shows = "a refused mount: ResourceNotFoundException")
public final class AwsSecretGone extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    // A policy for this secret alone would have AWS deny access to what is not there.
    scene.stage().lab().aws().allow(blueprint, AwsStore.ACTIONS, List.of("*"));
    scene.stage().store().remove(blueprint, blueprint.entries().get(0).secret());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("ResourceNotFoundException");
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene
        .stage()
        .lab()
        .aws()
        .create(blueprint, blueprint.entries().get(0).secret(), scene.stage().ledger());
  }
}
