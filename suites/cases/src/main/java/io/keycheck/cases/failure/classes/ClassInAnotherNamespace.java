package io.keycheck.cases.failure.classes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.keycheck.cases.NamespaceDiagnosis.Extent;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Edits;
import io.keycheck.lab.stage.Stage;

/** The class is there in another namespace, which who is on call may read. */
@Fault(checks = "class-in-other-namespace", shows = "a refused mount that does not find the class")
public final class ClassInAnotherNamespace extends InjectedFault {
  @Override
  protected Scene start(Stage stage) {
    return Scene.of(stage, stage.startAndAwait(blueprint(stage)), Extent.ALL_NAMESPACES);
  }

  @Override
  protected void inject(Scene scene) {
    GenericKubernetesResource other = Edits.fresh(scene.app().secretProviderClass());
    other.getMetadata().setNamespace(scene.stage().anotherNamespace());
    scene.edits().delete(scene.app().secretProviderClass());
    scene.edits().add(other);
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("failed to get secretproviderclass .* not found");
  }
}
