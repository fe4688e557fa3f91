package io.keycheck.diagnose.entries;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Tells which name a misspelt one most likely stands for. */
public final class Spelling {
  /** Longer words are no misspelling of anything; it also bounds the time a comparison takes. */
  private static final int LONGEST = 128;

  private Spelling() {}

  /**
   * Returns whether two words differ as a misspelling does: in case, in {@code _} or {@code .} for
   * {@code -}, or in few letters, one of them and another for every six of the longer word.
   */
  public static boolean near(String word, String other) {
    if (word.length() > LONGEST || other.length() > LONGEST || word.isEmpty()) {
      return false;
    }
    int longer = Math.max(word.length(), other.length());
    int most = Math.min(1 + longer / 6, longer / 2);
    String one = plain(word);
    String two = plain(other);
    // As many letters as one is longer have to be left out: then the table need not be filled.
    return Math.abs(one.length() - two.length()) <= most && distance(one, two) <= most;
  }

  /** Returns the nearest of these words, where one is near. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    return words.stream()
        .filter(other -> near(word, other))
        .min(Comparator.comparingInt(other -> distance(plain(word), plain(other))));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }

  /** Returns how many letters have to be put in, left out, replaced or swapped. */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + replaced);
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
