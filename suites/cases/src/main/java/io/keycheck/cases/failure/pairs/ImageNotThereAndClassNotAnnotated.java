package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.classes.ClassAnnotatedWithYes;
import io.keycheck.cases.failure.runtime.ImageNotThere;

/** The image cannot be pulled, and the class is not annotated. */
@Fault(
    checks = {"class-not-annotated", "not-about-secrets"},
    shows = "a container that waits for its image")
public final class ImageNotThereAndClassNotAnnotated extends FaultPair {

  /** The two of them. */
  public ImageNotThereAndClassNotAnnotated() {
    super(new ClassAnnotatedWithYes(), new ImageNotThere());
  }
}
