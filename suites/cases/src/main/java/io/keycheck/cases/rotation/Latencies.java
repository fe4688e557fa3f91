package io.keycheck.cases.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long rotations took: the store's part, until it had taken the value, and the rest, until the
 * file held it. The rest is the wait for the kubelet's next republish, the provider's read and the
 * driver's write, which cannot be told apart from outside.
 */
final class Latencies {
  private static final int LONGEST_BAR = 40;

  private record Latency(long store, long refresh) {
    long whole() {
      return store + refresh;
    }
  }

  private final List<Latency> all = new ArrayList<>();

  void add(Instant began, Instant stored, Instant seen) {
    all.add(
        new Latency(
            Duration.between(began, stored).toMillis(), Duration.between(stored, seen).toMillis()));
  }

  /** A line for each part, with the 50th and 90th percentile and the longest, nearest rank. */
  String percentiles() {
    return line("whole  ", all.stream().map(Latency::whole).toList())
        + line("store  ", all.stream().map(Latency::store).toList())
        + line("refresh", all.stream().map(Latency::refresh).toList());
  }

  private static String line(String name, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s  p50 %5d  p90 %5d  max %5d  of %d%n",
        name,
        percentile(sorted, 50),
        percentile(sorted, 90),
        percentile(sorted, 100),
        sorted.size());
  }

  /** The smallest value that is not less than so many percent of all; 0 of none. */
  static long percentile(List<Long> sorted, int percent) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  /** A bar for each rotation: {@code s} the store's part, {@code r} the refresh. */
  String chart() {
    long longest = all.stream().mapToLong(Latency::whole).max().orElse(1);
    StringBuilder chart = new StringBuilder();
    for (Latency latency : all) {
      int store = bar(latency.store(), longest);
      chart
          .append(String.format(Locale.ROOT, "%6d ms  ", latency.whole()))
          .append("s".repeat(store))
          .append("r".repeat(Math.max(0, bar(latency.whole(), longest) - store)))
          .append('\n');
    }
    return chart.toString();
  }

  private static int bar(long millis, long longest) {
    return (int) Math.round((double) millis * LONGEST_BAR / Math.max(1, longest));
  }
}
