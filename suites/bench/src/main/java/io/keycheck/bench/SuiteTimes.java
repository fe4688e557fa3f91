package io.keycheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long whole suites take, and what bounds them. */
final class SuiteTimes implements Section.Measuring {
  private static final String ONE_AFTER_THE_OTHER =
      "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=1"
          + " -Djunit.jupiter.execution.parallel.config.fixed.max-pool-size=1";

  private final List<Figure> figures = new ArrayList<>();

  @Override
  public List<Figure> measure(Checkout checkout) {
    checkout.run("scripts/keycheck", "clean").ended(0);
    // The first run of a build keeps its classes at its end, which takes seconds.
    Lab.oneCase(checkout, "mount-is-in-memory", "first");
    try {
      suite(checkout, "vault, no cluster before", "vault", 45_000, Map.of());
      suite(checkout, "aws, no cluster before", "aws", 90_000, Map.of());
      suite(checkout, "all, no cluster before", "all", 150_000, Map.of());
      Lab lab = Lab.keep(checkout);
      int before = lab.podsMade();
      Figure kept = suite(checkout, "vault, kept cluster", "vault", 20_000, Map.of());
      figures.set(figures.indexOf(kept), kept.over(bare(lab, lab.podsMade() - before)));
      suite(
          checkout,
          "vault, kept cluster, one case after the other",
          "vault",
          0,
          Map.of("JAVA_TOOL_OPTIONS", ONE_AFTER_THE_OTHER));
      // What follows has both stores.
      Lab.keep(checkout, "all");
      suite(checkout, "override, kept cluster", "override", 0, Map.of());
      suite(checkout, "rotation, kept cluster", "rotation", 0, Map.of());
      suite(checkout, "failure, kept cluster", "failure", 240_000, Map.of());
    } finally {
      checkout.run("scripts/keycheck", "clean");
    }
    return figures;
  }

  /** The least of several times: it is held against what took longer than any of them. */
  private static long bare(Lab lab, int pods) {
    return lab.script("pods.sh", Map.of("PODS", Integer.toString(pods))).values().stream()
        .flatMap(List::stream)
        .min(Long::compare)
        .orElseThrow(() -> new Unmeasured("The script did not say how long the pods took."));
  }

  private Figure suite(
      Checkout checkout, String name, String suite, long goal, Map<String, String> variables) {
    Path report = checkout.scratch().resolve(name.replace(", ", "-").replace(' ', '-'));
    List<String> command =
        List.of("scripts/keycheck", "certify", "--suite", suite, "--report", report.toString());
    long[] before = processor();
    Ran ran = checkout.run(variables, Optional.empty(), command).ended(0);
    long[] after = processor();
    RunTimes times = RunTimes.of(report);
    String shown = "scripts/keycheck certify --suite " + suite;
    String section = Section.SUITES.id();
    Figure timed = Figure.times(section, name, List.of(ran.millis()), shown);
    Figure whole = goal == 0 ? timed : timed.aimingAt(goal);
    figures.add(whole);
    figures.add(Figure.times(section, "… until its first case", List.of(times.setUp()), shown));
    figures.add(Figure.times(section, "… its longest case", List.of(times.longest()), shown));
    figures.add(
        Figure.times(
            section,
            "… all %d cases added up".formatted(times.results().size()),
            List.of(times.sum()),
            shown));
    long busy = 100 * (after[0] - before[0]) / Math.max(1, after[1] - before[1]);
    figures.add(Figure.times(section, "… processors busy", List.of(busy), shown).in("%"));
    return whole;
  }

  /** Busy and all time of all processors since the machine started, in ticks (proc_stat(5)). */
  private static long[] processor() {
    try {
      String[] words = Files.readAllLines(Path.of("/proc/stat")).get(0).strip().split("\\s+");
      long all = 0;
      for (int i = 1; i <= 8; i++) {
        all += Long.parseLong(words[i]);
      }
      long idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
      return new long[] {all - idle, all};
    } catch (IOException e) {
      return new long[] {0, 1};
    }
  }
}
