package io.keycheck.lab.offender;

import java.io.PrintStream;

/** Breaks a house rule on purpose. */
public final class Prints {
  /** Where it prints. */
  public PrintStream stream() {
    return System.out;
  }
}
