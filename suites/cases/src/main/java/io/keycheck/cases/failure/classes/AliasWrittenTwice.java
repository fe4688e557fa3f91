package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** Two entries of the class write one file. */
@Fault(
    checks = "key-duplicated",
    store = "aws",
    shows = "a refused mount that speaks of a duplicate")
public final class AliasWrittenTwice extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("objectAlias: \"mx-admin-password\"", "objectAlias: \"database-type\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("duplicate");
  }
}
