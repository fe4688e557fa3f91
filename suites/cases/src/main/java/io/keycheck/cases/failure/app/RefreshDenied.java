package io.keycheck.cases.failure.app;

import io.keycheck.cases.NamespaceDiagnosis.Extent;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Stage;

/** The right to read was taken while the app runs, so that refreshes fail. */
@Fault(checks = "refresh-failing", shows = "nothing but lines of the driver's log: the pods run on")
public final class RefreshDenied extends InjectedFault {
  @Override
  protected Scene start(Stage stage) {
    return Scene.of(stage, stage.startAndAwait(blueprint(stage)), Extent.WITH_LOGS);
  }

  @Override
  protected void inject(Scene scene) {
    scene.stage().store().deny(scene.app().blueprint());
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refreshFails();
  }

  @Override
  protected void mend(Scene scene) {
    scene.stage().lab().vault().allow(scene.app().blueprint());
    scene.app().restart();
  }
}
