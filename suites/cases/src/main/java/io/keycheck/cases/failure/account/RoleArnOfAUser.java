package io.keycheck.cases.failure.account;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FetchFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.store.AwsStore;
import java.util.Optional;

/** The account names an IAM user in place of a role. */
@Fault(
    checks = "role-arn-malformed",
    store = "aws",
    shows = "a refused mount: Failed to fetch secret from all regions")
public final class RoleArnOfAUser extends FetchFault {
  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .annotateAccount(
            AwsStore.ROLE_ANNOTATION, Optional.of("arn:aws:iam::000000000000:user/app"));
    scene.app().restart();
  }
}
