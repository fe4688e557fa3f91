package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.app.PlanBesideTheStore;
import io.keycheck.cases.failure.vault.PolicyDeleted;

/** The policy was deleted, and the MendixApp names a storage plan. */
@Fault(
    checks = {"storage-plan-used", "vault-policy-denies"},
    shows = "a refused read")
public final class PolicyDeletedAndPlanUsed extends FaultPair {

  /** The two of them. */
  public PolicyDeletedAndPlanUsed() {
    super(new PlanBesideTheStore(), new PolicyDeleted());
  }
}
