package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.Driver;
import org.junit.jupiter.api.parallel.Isolated;

/** The DaemonSet of the driver does not select the node of the app. */
@Fault(
    checks = "driver-not-on-node",
    shows =
        "a refused mount: not found in the list of registered CSI drivers, or no such file for the"
            + " socket")
@Isolated("the driver serves all cases")
public final class DriverOffTheNode extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene.edits().awayFromTheNodes(Driver.NAMESPACE, Driver.DAEMON_SET);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("list of registered CSI drivers|csi.sock");
  }
}
