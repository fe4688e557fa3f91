package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.cluster.Driver;
import org.junit.jupiter.api.parallel.Isolated;

/** The driver runs without rotation. */
@Fault(checks = "rotation-disabled", shows = "nothing: the pods run on")
@Isolated("the driver serves all cases")
public final class RotationSwitchedOff extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene
        .edits()
        .daemonSet(
            Driver.NAMESPACE,
            Driver.DAEMON_SET,
            found ->
                found
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .forEach(
                        container -> container.getArgs().remove("--enable-secret-rotation=true")));
  }

  @Override
  protected void symptom(Scene scene) {
    // While the driver was replaced, the kubelet could not reach it, and warned of that.
    scene.shows().runsOn();
  }
}
