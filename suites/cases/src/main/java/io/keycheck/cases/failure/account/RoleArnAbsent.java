package io.keycheck.cases.failure.account;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.AwsStore;
import java.util.Optional;

/** The account does not name its IAM role. */
@Fault(
    checks = "role-arn-missing",
    store = "aws",
    shows = "a refused mount: An IAM role must be associated with service account")
public final class RoleArnAbsent extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().annotateAccount(AwsStore.ROLE_ANNOTATION, Optional.empty());
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().refusedWith("An IAM role must be associated with service account");
  }
}
