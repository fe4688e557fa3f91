package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Grant;
import io.keycheck.lab.store.AwsStore;
import java.util.Optional;

/** The role trusts another account of the cluster. */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsRoleTrustsAnother extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    AwsStore aws = scene.stage().lab().aws();
    aws.trust(blueprint, aws.trust(new Grant("another", blueprint.namespace(), Optional.empty())));
    scene.app().restart();
  }

  @Override
  protected void mend(Scene scene) {
    Blueprint blueprint = scene.app().blueprint();
    AwsStore aws = scene.stage().lab().aws();
    aws.trust(blueprint, aws.trust(blueprint.grant()));
  }
}
