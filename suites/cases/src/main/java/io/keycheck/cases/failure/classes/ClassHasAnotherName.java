package io.keycheck.cases.failure.classes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Edits;

/** The class is there under another name than the environment. */
@Fault(checks = "class-name-mismatch", shows = "a refused mount that does not find the class")
public final class ClassHasAnotherName extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    GenericKubernetesResource other = Edits.fresh(scene.app().secretProviderClass());
    other.getMetadata().setName(scene.app().blueprint().name() + "-secrets");
    scene.edits().delete(scene.app().secretProviderClass());
    scene.edits().add(other);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("failed to get secretproviderclass .* not found");
  }
}
