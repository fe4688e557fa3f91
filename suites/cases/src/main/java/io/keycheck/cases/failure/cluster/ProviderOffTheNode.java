package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.HasToItself;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.Surroundings;

/** The DaemonSet of the provider does not select the node of the app. */
@Fault(
    checks = "provider-not-on-node",
    shows = "nothing: the pod waits in ContainerCreating, and no event says why")
@HasToItself(value = "vault", because = "the provider serves all cases of Vault")
public final class ProviderOffTheNode extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene.edits().awayFromTheNodes(Surroundings.NAMESPACE, "vault-csi-provider");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().silentWait();
  }
}
