package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** An entry does not say where in Vault its secret is. */
@Fault(
    checks = "entry-source-missing",
    shows = "a refused mount with what Vault says of an empty path")
public final class PathOfAnEntryAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            text ->
                text.replaceAll(
                    "(objectName: \"mx-admin-password\"\\n)  secretPath: \"[^\"]+\"\\n", "$1"));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refused("error requesting secret|empty|Code: ");
  }
}
