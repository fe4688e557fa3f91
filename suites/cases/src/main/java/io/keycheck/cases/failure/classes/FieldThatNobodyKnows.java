package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** An entry has a field that no provider knows. */
@Fault(checks = "entry-field-unknown", shows = "nothing: the pods run on, and no event warns")
public final class FieldThatNobodyKnows extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "secretKey: \"database-type\"\n",
            "secretKey: \"database-type\"\n  filePermissions: 0600\n");
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
