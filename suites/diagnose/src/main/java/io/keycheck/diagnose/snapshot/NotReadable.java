package io.keycheck.diagnose.snapshot;

/** Ends a check that needs what could not be read; what it needs is the message. */
public final class NotReadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what would have to be readable. */
  public NotReadable(String needs) {
    super(needs, null, false, false);
  }
}
