package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A quote in the list of objects is not closed. */
@Fault(checks = "objects-unreadable", shows = "a refused mount: yaml: ")
public final class ObjectsWithAnOpenQuote extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("secretKey: \"database-type\"", "secretKey: \"database-type");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("yaml: ");
  }
}
