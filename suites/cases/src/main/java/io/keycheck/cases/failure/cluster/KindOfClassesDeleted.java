package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;
import org.junit.jupiter.api.parallel.Isolated;

/** The cluster does not know the kind SecretProviderClass any more. */
@Fault(checks = "class-kind-missing", shows = "a refused mount that does not find the class")
@Isolated("the kind is that of all classes")
public final class KindOfClassesDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene.edits().delete(scene.app().secretProviderClass());
    scene.edits().delete(Parts.kindOfClasses(scene.stage()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("failed to get secretproviderclass");
  }
}
