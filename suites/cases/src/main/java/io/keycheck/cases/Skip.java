package io.keycheck.cases;

import io.keycheck.reports.Reason;
import org.opentest4j.TestAbortedException;

/** End a case as skipped; only with a reason code and a sentence. */
public final class Skip extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** Skip, because of what the surroundings lack. */
  public Skip(Reason reason) {
    super(reason.code() + ": " + reason.sentence());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
