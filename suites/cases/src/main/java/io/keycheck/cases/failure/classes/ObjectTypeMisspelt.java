package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The type of an object lacks a letter. */
@Fault(
    checks = "object-type-invalid",
    store = "aws",
    shows = "a refused mount: Invalid objectType: secretmanager")
public final class ObjectTypeMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().objects("objectType: \"secretsmanager\"", "objectType: \"secretmanager\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Invalid objectType: secretmanager");
  }
}
