package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.TokenRequests;
import io.keycheck.lab.store.AwsStore;
import org.junit.jupiter.api.parallel.Isolated;

/** The CSIDriver asks for no tokens, as the document installs it. */
@Fault(
    checks = "token-requests-missing",
    store = "aws",
    shows = "a refused mount: serviceAccount.tokens not provided")
@Isolated("the driver serves all cases")
public final class TokensNotRequestedAtAll extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    TokenRequests.none(scene.stage());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("serviceAccount.tokens not provided");
  }

  @Override
  protected void mend(Scene scene) {
    TokenRequests.with(scene.stage(), AwsStore.AUDIENCE);
  }
}
