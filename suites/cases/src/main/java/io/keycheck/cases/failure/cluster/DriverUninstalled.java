package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;
import org.junit.jupiter.api.parallel.Isolated;

/** The cluster has no CSIDriver of the name. */
@Fault(checks = "driver-not-installed", shows = "a refused mount: no CSIDriver object")
@Isolated("the driver serves all cases")
public final class DriverUninstalled extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene.edits().delete(Parts.csiDriver(scene.stage()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("(no CSIDriver object)");
  }
}
