package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.account.AccountAnnotatedWithYes;
import io.keycheck.cases.failure.classes.ClassAnnotatedWithYes;

/** Neither account nor class is annotated as they must be. */
@Fault(
    checks = {"account-not-annotated", "class-not-annotated"},
    shows = "nothing")
public final class AccountAndClassNotAnnotated extends FaultPair {

  /** The two of them. */
  public AccountAndClassNotAnnotated() {
    super(new AccountAnnotatedWithYes(), new ClassAnnotatedWithYes());
  }
}
