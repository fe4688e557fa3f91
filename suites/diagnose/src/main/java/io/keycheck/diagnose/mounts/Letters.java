package io.keycheck.diagnose.mounts;

import java.util.Arrays;

/** Counts the letters by which two names differ. */
public final class Letters {
  /** Names of keys and regions are far shorter. */
  private static final int LONGEST = 200;

  private Letters() {}

  /** Returns how many letters have to be put in, left out or replaced; many for long names. */
  public static int apart(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return one.equals(other) ? 0 : LONGEST;
    }
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
