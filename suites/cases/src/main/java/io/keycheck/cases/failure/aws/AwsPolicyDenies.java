package io.keycheck.cases.failure.aws;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.AwsStore;

/** The policy of the role does not allow to read the secret. */
@Fault(
    checks = "aws-fetch-failed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class AwsPolicyDenies extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    scene.stage().store().deny(scene.app().blueprint());
    scene.app().restart();
  }

  @Override
  protected void mend(Scene scene) {
    scene.stage().lab().aws().allow(scene.app().blueprint(), AwsStore.ACTIONS);
  }
}
