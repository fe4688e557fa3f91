package io.keycheck.cli.offender;

/** Breaks a house rule on purpose. */
public final class Sleeps {
  /** Sleeps. */
  public void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
