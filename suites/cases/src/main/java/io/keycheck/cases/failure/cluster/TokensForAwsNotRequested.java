package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.HasToItself;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.TokenRequests;
import io.keycheck.lab.store.AwsStore;

/** The CSIDriver asks for no token that AWS takes. */
@Fault(
    checks = "token-requests-missing",
    printed = true,
    store = "aws",
    shows = "a refused mount that names the missing token")
@HasToItself(value = "aws", because = "no other store asks for tokens of this audience")
public final class TokensForAwsNotRequested extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    TokenRequests.without(scene.stage(), AwsStore.AUDIENCE);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("token for audience .*sts.amazonaws.com.* not found");
  }
}
