package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The role is still the placeholder of the documentation. */
@Fault(checks = "placeholder-left", shows = "a refused mount: invalid role name")
public final class PlaceholderForTheRole extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("roleName", "<{env-role}>");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("invalid role name");
  }
}
