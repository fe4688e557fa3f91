package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.account.RoleArnAbsent;
import io.keycheck.cases.failure.aws.AwsSecretGone;

/** The account names no role, so that nobody finds out that the secret is gone. */
@Fault(
    checks = {"role-arn-missing", "aws-secret-not-found"},
    store = "aws",
    shows = "a refused mount, and when it is mended another")
public final class RoleArnAbsentHidesSecretGone extends FaultPair {

  /** The two of them. */
  public RoleArnAbsentHidesSecretGone() {
    super(new Hiding(new RoleArnAbsent(), new AwsSecretGone()));
  }
}
