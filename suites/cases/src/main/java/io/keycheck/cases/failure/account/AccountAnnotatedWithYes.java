package io.keycheck.cases.failure.account;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Optional;

/** The account is annotated, but with another word than true. */
@Fault(
    checks = "account-not-annotated",
    printed = true,
    shows = "nothing: the pods run on, and no event warns")
public final class AccountAnnotatedWithYes extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .annotateAccount("privatecloud.mendix.com/environment-account", Optional.of("yes"));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
