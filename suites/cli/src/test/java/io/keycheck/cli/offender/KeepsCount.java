package io.keycheck.cli.offender;

/** Breaks a house rule on purpose. */
public final class KeepsCount {
  private static int count;

  /** How often it was asked. */
  public int next() {
    return ++count;
  }
}
