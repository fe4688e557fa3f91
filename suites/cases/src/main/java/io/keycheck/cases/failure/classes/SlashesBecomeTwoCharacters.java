package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** Slashes of names are to become two characters. */
@Fault(
    checks = "path-translation-invalid",
    store = "aws",
    shows = "a refused mount: pathTranslation must be either 'False' or a single character string")
public final class SlashesBecomeTwoCharacters extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("pathTranslation", "__");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene
        .shows()
        .refusedWith("pathTranslation must be either 'False' or a single character string");
  }
}
