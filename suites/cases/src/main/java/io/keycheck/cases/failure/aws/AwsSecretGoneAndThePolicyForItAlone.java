package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.store.AwsStore;

/**
 * The secret was deleted for good, and the policy allows to read it alone, so that AWS denies
 * access.
 */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsSecretGoneAndThePolicyForItAlone extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    scene.stage().store().remove(blueprint, blueprint.entries().get(0).secret());
    scene.app().restart();
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    AwsStore aws = scene.stage().lab().aws();
    aws.create(blueprint, blueprint.entries().get(0).secret(), scene.stage().ledger());
    aws.allow(blueprint, AwsStore.ACTIONS);
  }
}
