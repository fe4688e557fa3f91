package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** A parameter that is to be true or false is yes. */
@Fault(
    checks = "flag-malformed",
    shows = "a refused mount: strconv.ParseBool: parsing \"yes\": invalid syntax")
public final class FlagIsYes extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().parameter("vaultSkipTLSVerify", "yes");
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("strconv.ParseBool: parsing \"yes\": invalid syntax");
  }
}
