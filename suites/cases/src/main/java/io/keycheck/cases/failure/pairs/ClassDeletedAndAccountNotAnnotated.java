package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.account.AccountAnnotatedWithYes;
import io.keycheck.cases.failure.classes.ClassDeleted;

/** The class was deleted, and the account is not annotated. */
@Fault(
    checks = {"account-not-annotated", "class-missing"},
    shows = "a refused mount that does not find the class")
public final class ClassDeletedAndAccountNotAnnotated extends FaultPair {

  /** The two of them. */
  public ClassDeletedAndAccountNotAnnotated() {
    super(new AccountAnnotatedWithYes(), new ClassDeleted());
  }
}
