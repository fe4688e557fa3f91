package io.keycheck.cases.failure.runtime;

import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The app takes a variable from a ConfigMap that there is not. */
@Fault(
    checks = "not-about-secrets",
    shows = "a container that waits with CreateContainerConfigError")
public final class ConfigMapAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .container(
            container ->
                container
                    .getEnvFrom()
                    .add(new EnvFromSourceBuilder().withNewConfigMapRef("absent", false).build()));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().waits("CreateContainerConfigError");
  }
}
