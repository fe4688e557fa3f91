package io.keycheck.cli.offender;

/** Breaks a house rule on purpose. */
public final class ThrowsAnything {
  /** Throws. */
  public void fail() {
    throw new RuntimeException("anything");
  }
}
