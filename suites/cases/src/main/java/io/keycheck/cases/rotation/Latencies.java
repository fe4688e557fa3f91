package io.keycheck.cases.rotation;

import io.keycheck.reports.Measurement;
import io.keycheck.reports.Measurement.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the times of rotations come to, in text: percentiles of the whole and of each part. */
final class Latencies {
  private static final int LONGEST_BAR = 40;

  private Latencies() {}

  /** A line for the whole and for each part, with p50, p90 and the longest, nearest rank. */
  static String percentiles(List<Measurement> rotations) {
    Map<String, List<Duration>> columns = new LinkedHashMap<>();
    for (Measurement rotation : rotations) {
      columns.computeIfAbsent("whole", name -> new ArrayList<>()).add(rotation.time());
      for (Part part : rotation.parts()) {
        columns.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.time());
      }
    }
    StringBuilder lines = new StringBuilder();
    columns.forEach((name, times) -> lines.append(line(name, times)));
    return lines.toString();
  }

  private static String line(String name, List<Duration> times) {
    List<Long> sorted = times.stream().map(Duration::toMillis).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-21s  p50 %5d  p90 %5d  max %5d  of %d%n",
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

  /** A bar for each rotation, of the first letters of the parts that it went to. */
  static String chart(List<Measurement> rotations) {
    long longest = rotations.stream().mapToLong(it -> it.time().toMillis()).max().orElse(1);
    StringBuilder chart = new StringBuilder();
    for (Measurement rotation : rotations) {
      chart.append(String.format(Locale.ROOT, "%6d ms  ", rotation.time().toMillis()));
      long until = 0;
      int drawn = 0;
      for (Part part : rotation.parts()) {
        until += part.time().toMillis();
        int end = (int) Math.round((double) until * LONGEST_BAR / Math.max(1, longest));
        chart.append(part.name().substring(0, 1).repeat(Math.max(0, end - drawn)));
        drawn = Math.max(drawn, end);
      }
      chart.append('\n');
    }
    return chart.toString();
  }
}
