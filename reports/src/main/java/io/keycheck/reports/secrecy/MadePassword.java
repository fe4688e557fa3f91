package io.keycheck.reports.secrecy;

/**
 * The look of a password that a program made in a run, and of which the kit is told nothing:
 * whoever lets a program make one gives it these letters, so that it is known where it turns up.
 */
public final class MadePassword {
  /** All that it is made of; few words have two of them in a row. */
  public static final String LETTERS = "BGJKQVWXYZ";

  /** How many there are: as strong as a key of 128 bits. */
  public static final int LENGTH = 40;

  private MadePassword() {}
}
