package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The Secrets to sync are indented too far: they are a parameter. */
@Fault(checks = "synced-inside-parameters", shows = "nothing: the pods run on, and no event warns")
public final class SecretsToSyncAmongTheParameters extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("secretObjects", "- secretName: synced");
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
