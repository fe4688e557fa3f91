package io.keycheck.cases.failure.runtime;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The image of the app cannot be pulled. */
@Fault(
    checks = "not-about-secrets",
    shows = "a container that waits with ErrImagePull or ImagePullBackOff")
public final class ImageNotThere extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .deployment(
            found ->
                found
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .setImage("registry.invalid/app:2"));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().waits("ErrImagePull|ImagePullBackOff");
  }
}
