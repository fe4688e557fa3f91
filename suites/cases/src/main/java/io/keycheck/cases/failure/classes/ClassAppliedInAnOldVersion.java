package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Optional;

/** The class was applied from a manifest of version v1alpha1, as the document has it. */
@Fault(checks = "class-deprecated-version", shows = "nothing: the pods run on, and no event warns")
public final class ClassAppliedInAnOldVersion extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    applied(scene, "v1alpha1");
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected void mend(Scene scene) {
    applied(scene, "v1");
  }

  private static void applied(Scene scene, String version) {
    scene
        .edits()
        .annotateClass(
            "kubectl.kubernetes.io/last-applied-configuration",
            Optional.of(
                "{\"apiVersion\":\"secrets-store.csi.x-k8s.io/%s\",\"kind\":\"SecretProviderClass\"}"
                    .formatted(version)));
  }
}
