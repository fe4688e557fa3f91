package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.app.OverrideNotAllowed;
import io.keycheck.cases.failure.app.PlanBesideTheStore;

/** The MendixApp does not allow the store, and names a storage plan. */
@Fault(
    checks = {"override-not-allowed", "storage-plan-used"},
    shows = "nothing")
public final class OverrideNotAllowedAndPlanUsed extends FaultPair {

  /** The two of them. */
  public OverrideNotAllowedAndPlanUsed() {
    super(new OverrideNotAllowed(), new PlanBesideTheStore());
  }
}
