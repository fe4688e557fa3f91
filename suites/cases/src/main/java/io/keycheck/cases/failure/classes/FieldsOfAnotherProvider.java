package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** Entries for Vault name their files as those for AWS do. */
@Fault(
    checks = "entry-field-misplaced",
    shows = "a refused mount: must be unique, but the following keys were duplicated")
public final class FieldsOfAnotherProvider extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects("objectName: \"mx-admin-password\"", "objectAlias: \"mx-admin-password\"");
    scene
        .edits()
        .objects(
            "objectName: \"storage-perform-delete\"", "objectAlias: \"storage-perform-delete\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("must be unique, but the following keys were duplicated");
  }
}
