package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** An entry names an encoding that there is not. */
@Fault(
    checks = "encoding-invalid",
    shows = "a refused mount: invalid encoding type. Should be utf-8, base64, or hex")
public final class EncodingMisspelt extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .objects(
            "secretKey: \"database-type\"\n", "secretKey: \"database-type\"\n  encoding: base46\n");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("invalid encoding type. Should be utf-8, base64, or hex");
  }
}
