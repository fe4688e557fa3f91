package io.keycheck.cases.failure.app;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The MendixApp does not allow the store to override its settings. */
@Fault(
    checks = "override-not-allowed",
    printed = true,
    shows = "nothing: the pods run on, and no event warns")
public final class OverrideNotAllowed extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .mendixApp(spec -> spec.put("allowOverrideSecretsWithSecretStoreCSIDriver", false));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
