package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;

/** The secret is marked for deletion. */
@Fault(checks = "aws-secret-deleted", store = "aws", shows = "a refused mount: marked for deletion")
public final class AwsSecretScheduledForDeletion extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().lab().aws().scheduleDeletion(blueprint, blueprint.entries().get(0).secret());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("marked for deletion");
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().lab().aws().restore(blueprint, blueprint.entries().get(0).secret());
  }
}
