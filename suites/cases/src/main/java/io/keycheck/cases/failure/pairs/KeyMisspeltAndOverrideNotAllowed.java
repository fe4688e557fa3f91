package io.keycheck.cases.failure.pairs;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.FaultPair;
import io.keycheck.cases.failure.app.OverrideNotAllowed;
import io.keycheck.cases.failure.classes.KeyMisspelt;

/** A key is misspelt, and the MendixApp does not allow the store. */
@Fault(
    checks = {"override-not-allowed", "key-unknown"},
    shows = "nothing")
public final class KeyMisspeltAndOverrideNotAllowed extends FaultPair {

  /** The two of them. */
  public KeyMisspeltAndOverrideNotAllowed() {
    super(new OverrideNotAllowed(), new KeyMisspelt());
  }
}
