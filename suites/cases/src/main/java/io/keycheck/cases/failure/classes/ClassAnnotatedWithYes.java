package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Optional;

/** The class is annotated, but with another word than true. */
@Fault(
    checks = "class-not-annotated",
    printed = true,
    shows = "nothing: the pods run on, and no event warns")
public final class ClassAnnotatedWithYes extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().annotateClass("privatecloud.mendix.com/environment-class", Optional.of("yes"));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
