package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class was deleted, and the app started anew. */
@Fault(checks = "class-missing", shows = "a refused mount that does not find the class")
public final class ClassDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().delete(scene.app().secretProviderClass());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("failed to get secretproviderclass .* not found");
  }
}
