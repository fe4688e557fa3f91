package io.keycheck.cases.failure.app;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A value was rotated, and the app still runs on the old one. */
@Fault(
    checks = "restart-pending",
    printed = true,
    shows = "nothing: the file has the new value, and no event warns")
public final class ValueRotatedAndAppNotRestarted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.stage().rotate(scene.app(), "database-password").awaitFiles(scene.app().pod());
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
