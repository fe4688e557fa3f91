package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The name of an object is an ARN without its end. */
@Fault(
    checks = "object-name-invalid",
    store = "aws",
    shows = "a refused mount: Invalid ARN format in object name")
public final class ArnCutShort extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    String secret = scene.app().blueprint().entries().get(0).secret();
    scene.edits().objects("\"" + secret + "\"", "\"arn:aws:secretsmanager:eu-west-1\"");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("Invalid ARN format in object name");
  }
}
