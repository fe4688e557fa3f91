package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.TokenRequests;
import io.keycheck.lab.store.AwsStore;
import org.junit.jupiter.api.parallel.Isolated;

/** The CSIDriver asks for no token that AWS takes. */
@Fault(
    checks = "token-requests-missing",
    printed = true,
    store = "aws",
    shows = "a refused mount that names the missing token")
@Isolated(
    "the driver asks for the same tokens at each mount, and one that it has just begun to ask for is"
        + " refused to any pod until the API server has heard of it too")
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
