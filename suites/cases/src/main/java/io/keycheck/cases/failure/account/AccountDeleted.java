package io.keycheck.cases.failure.account;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;

/** The account of the environment was deleted, and the app started anew. */
@Fault(
    checks = "account-missing",
    printed = true,
    shows = "an event FailedCreate: error looking up service account; no pod is made")
public final class AccountDeleted extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().delete(scene.app().account());
    scene.app().deletePods();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().event("FailedCreate", "error looking up service account");
  }
}
