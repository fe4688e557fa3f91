package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class has no list of objects. */
@Fault(checks = "objects-empty", shows = "a refused mount: no secrets configured")
public final class ObjectsAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameters(parameters -> parameters.remove("objects"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("no secrets configured");
  }
}
