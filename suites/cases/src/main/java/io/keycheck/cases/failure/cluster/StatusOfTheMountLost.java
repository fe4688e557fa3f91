package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;
import io.keycheck.lab.stage.Republish;
import org.junit.jupiter.api.parallel.Isolated;

/** The driver has no status of what it mounted, and makes none while nothing is refreshed. */
@Fault(checks = "delivery-incomplete", shows = "nothing: the pods run on, and no event warns")
@Isolated("the driver serves all cases")
public final class StatusOfTheMountLost extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    Republish.off(scene.stage());
    Parts.podStatuses(scene.stage()).forEach(scene.edits()::delete);
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected void mend(Scene scene) {
    Republish.on(scene.stage());
    scene.app().restart();
  }
}
