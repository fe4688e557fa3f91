package io.keycheck.contract;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the key that a misspelt file most likely stands for. */
final class Nearest {
  private Nearest() {}

  /** Longer names are no file's: comparing them would take long, and lead nowhere. */
  private static final int LONGEST = 255;

  private record Candidate(String spelling, int distance, boolean taken) {}

  /**
   * Returns the nearest key or pattern, unless more than half of the name would have to change.
   *
   * <p>Case, and {@code _} or {@code .} for {@code -}, do not count. Of two that are equally near,
   * the one that no other file takes is meant.
   */
  static Optional<String> to(String file, Set<String> mapped) {
    if (file.length() > LONGEST) {
      return Optional.empty();
    }
    Stream<Candidate> keys =
        Stream.of(Key.values())
            .map(Key::file)
            .map(key -> new Candidate(key, distance(plain(file), key), mapped.contains(key)))
            .filter(c -> c.distance() * 2 <= Math.max(file.length(), c.spelling().length()));
    Stream<Candidate> patterns =
        Stream.of(KeyPattern.values())
            .map(pattern -> candidate(file, pattern))
            .filter(c -> c.distance() <= 2);
    return Stream.concat(patterns, keys)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::taken))
        .map(Candidate::spelling);
  }

  private static String plain(String file) {
    return file.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }

  /**
   * Returns the pattern's prefix and the rest of the name, which is free; the pattern itself where
   * there is no rest that could be a name.
   */
  private static Candidate candidate(String file, KeyPattern pattern) {
    String prefix = pattern.prefix();
    String name = plain(file);
    int nearest = Integer.MAX_VALUE;
    String rest = "";
    for (int end = prefix.length() - 2; end <= prefix.length() + 2; end++) {
      if (end <= name.length()) {
        int distance = distance(name.substring(0, end), prefix);
        if (distance < nearest) {
          nearest = distance;
          // A letter in lower case may be two.
          rest = file.substring(Math.min(end, file.length()));
        }
      }
    }
    return new Candidate(rest.isEmpty() ? pattern.toString() : pattern.file(rest), nearest, false);
  }

  /** Returns how many characters have to be put in, left out, replaced or swapped. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
