package io.keycheck.cases.failure;

/** A fault for which the AWS provider has one sentence, whatever is behind it. */
public abstract class FetchFault extends InjectedFault {
  @Override
  protected final void symptom(Scene scene) {
    scene.shows().refusedWith("Failed to fetch secret from all regions");
  }
}
