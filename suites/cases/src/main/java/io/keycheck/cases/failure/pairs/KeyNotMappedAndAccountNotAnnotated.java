package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.account.AccountAnnotatedWithYes;
import io.keycheck.cases.failure.classes.RequiredKeyNotMapped;

/** A required key is not mapped, and the account is not annotated. */
@Fault(
    checks = {"account-not-annotated", "key-required-missing"},
    shows = "nothing")
public final class KeyNotMappedAndAccountNotAnnotated extends FaultPair {

  /** The two of them. */
  public KeyNotMappedAndAccountNotAnnotated() {
    super(new AccountAnnotatedWithYes(), new RequiredKeyNotMapped());
  }
}
