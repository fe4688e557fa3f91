package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The class names the auth mount by both of its parameters. */
@Fault(
    checks = "auth-mount-twice",
    shows = "a refused mount: cannot set both vaultKubernetesMountPath and vaultAuthMountPath")
public final class AuthMountNamedTwice extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultKubernetesMountPath", "kubernetes");
    scene.edits().parameter("vaultAuthMountPath", "kubernetes");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("cannot set both vaultKubernetesMountPath and vaultAuthMountPath");
  }
}
