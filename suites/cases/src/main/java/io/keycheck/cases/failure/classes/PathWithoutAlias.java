package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A JMESPath has no file to write to. */
@Fault(
    checks = "alias-missing",
    store = "aws",
    shows = "a refused mount: Object alias must be specified for JMES object")
public final class PathWithoutAlias extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("    objectAlias: \"mx-admin-password\"\n", "");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Object alias must be specified for JMES object");
  }
}
