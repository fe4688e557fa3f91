package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class names no role. */
@Fault(
    checks = "role-name-missing",
    shows = "a refused mount: missing 'roleName' in SecretProviderClass definition")
public final class RoleNameAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameters(parameters -> parameters.remove("roleName"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("missing 'roleName' in SecretProviderClass definition");
  }
}
