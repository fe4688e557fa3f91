package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.vault.PolicyDeleted;
import io.keycheck.cases.failure.vault.RoleBindsAnotherAccount;

/** The login is refused, so that nobody finds out that the policy is gone. */
@Fault(
    checks = {"vault-account-not-bound", "vault-policy-denies"},
    shows = "a refused login, and when it is mended a refused read")
public final class AccountNotBoundHidesPolicyDeleted extends FaultPair {

  /** The two of them. */
  public AccountNotBoundHidesPolicyDeleted() {
    super(new Hiding(new RoleBindsAnotherAccount(), new PolicyDeleted()));
  }
}
