package io.keycheck.reports.compare;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Component;
import io.keycheck.reports.Measurement;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.compare.Change.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares two reports: verdict, cases, times, and what they were tried on. Of two suites only what
 * both have is compared, for the rest is no news.
 *
 * @param note what a reader has to know of the comparison itself, if anything
 * @param changes what is other, the worst first
 */
public record Comparison(Optional<String> note, List<Change> changes) {
  /** A time is another when it differs by half and by more than a busy machine explains. */
  private static final Duration NOTEWORTHY = Duration.ofSeconds(2);

  private static final double FACTOR = 1.5;

  /** From the best to the worst. */
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.PASSED, Outcome.SKIPPED, Outcome.WAIVED, Outcome.INCONCLUSIVE, Outcome.FAILED);

  private static final List<Verdict> VERDICTS =
      List.of(
          Verdict.CONFORMANT,
          Verdict.PASSED,
          Verdict.PARTIAL,
          Verdict.NONE,
          Verdict.INCONCLUSIVE,
          Verdict.NOT_CONFORMANT,
          Verdict.FAILED);

  /** Compares two reports. */
  public static Comparison of(RunReport before, RunReport after) {
    Comparison comparison = new Comparison(note(before, after), new ArrayList<>());
    comparison.verdict(before, after);
    comparison.cases(before, after);
    comparison.facts("part ", parts(before), parts(after));
    comparison.facts("fact ", before.fingerprint().facts(), after.fingerprint().facts());
    return new Comparison(
        comparison.note,
        comparison.changes.stream()
            .sorted(java.util.Comparator.comparing(Change::direction).thenComparing(Change::what))
            .toList());
  }

  private static Optional<String> note(RunReport before, RunReport after) {
    if (before.suite().equals(after.suite())) {
      return Optional.empty();
    }
    return Optional.of(
        "The suites differ, %s and then %s: only the %d cases that both have are compared."
            .formatted(before.suite(), after.suite(), common(before, after).size()));
  }

  /** Returns the cases that both have, by their keys; without one there is nothing to compare. */
  public static Set<String> common(RunReport before, RunReport after) {
    Set<String> common = new TreeSet<>(byKey(before).keySet());
    common.retainAll(byKey(after).keySet());
    return common;
  }

  /** Returns the changes of one direction. */
  public List<Change> of(Direction direction) {
    return changes.stream().filter(change -> change.direction() == direction).toList();
  }

  /** Returns whether anything is worse; a longer time alone is not. */
  public boolean isWorse() {
    return !of(Direction.WORSE).isEmpty();
  }

  private void verdict(RunReport before, RunReport after) {
    int was = VERDICTS.indexOf(before.verdict());
    int is = VERDICTS.indexOf(after.verdict());
    if (!before.title().equals(after.title())) {
      // "Passed" of some cases is neither better nor worse than "conformant" of all.
      boolean alike =
          before.suite().equals(after.suite())
              && before.selection() == after.selection()
              && before.fault().equals(after.fault());
      Direction direction = alike ? direction(was, is) : Direction.OTHER;
      changes.add(new Change(direction, "verdict", before.title(), after.title()));
    }
  }

  private static Direction direction(int was, int is) {
    if (was == is) {
      return Direction.OTHER;
    }
    return is > was ? Direction.WORSE : Direction.BETTER;
  }

  private void cases(RunReport before, RunReport after) {
    Map<String, CaseResult> old = byKey(before);
    Map<String, CaseResult> now = byKey(after);
    for (String key : names(old, now)) {
      CaseResult was = old.get(key);
      CaseResult is = now.get(key);
      if (was == null) {
        Direction direction = is.outcome() == Outcome.FAILED ? Direction.WORSE : Direction.OTHER;
        changes.add(new Change(direction, key, "", said(is)));
      } else if (is == null) {
        changes.add(new Change(Direction.WORSE, key, said(was), ""));
      } else {
        both(key, was, is);
      }
    }
  }

  /** What a selection left out is no news of that case, but a failure that it hid is. */
  private void both(String key, CaseResult was, CaseResult is) {
    if (is.leftOut()) {
      return;
    }
    if (was.leftOut()) {
      if (is.outcome() != Outcome.PASSED && is.outcome() != Outcome.SKIPPED) {
        Direction direction = is.outcome() == Outcome.FAILED ? Direction.WORSE : Direction.OTHER;
        changes.add(new Change(direction, key, said(was), said(is)));
      }
      return;
    }
    if (was.outcome() != is.outcome()) {
      changes.add(
          new Change(
              direction(OUTCOMES.indexOf(was.outcome()), OUTCOMES.indexOf(is.outcome())),
              key,
              said(was),
              said(is)));
      return;
    }
    if (was.outcome() == Outcome.PASSED) {
      time(key, was.duration(), is.duration(), NOTEWORTHY);
    }
    Map<String, List<Duration>> earlier = measured(was);
    measured(is)
        .forEach(
            (name, times) -> {
              if (earlier.containsKey(name)) {
                time(
                    key + ", " + name + (times.size() > 1 ? ", median" : ""),
                    median(earlier.get(name)),
                    median(times),
                    NOTEWORTHY.dividedBy(4));
              }
            });
  }

  /** All times of each name, for a case may measure the same thing ten times. */
  private static Map<String, List<Duration>> measured(CaseResult result) {
    return result.seen().measurements().stream()
        .collect(
            Collectors.groupingBy(
                Measurement::name,
                TreeMap::new,
                Collectors.mapping(Measurement::time, Collectors.toList())));
  }

  private static Duration median(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }

  private void time(String what, Duration was, Duration is, Duration noteworthy) {
    Duration longer = was.compareTo(is) > 0 ? was : is;
    Duration shorter = was.compareTo(is) > 0 ? is : was;
    boolean other =
        longer.minus(shorter).compareTo(noteworthy) >= 0
            && longer.toMillis() > FACTOR * shorter.toMillis();
    if (other) {
      Direction direction = is.equals(longer) ? Direction.SLOWER : Direction.FASTER;
      changes.add(new Change(direction, what, seconds(was), seconds(is)));
    }
  }

  private static Map<String, String> parts(RunReport report) {
    Map<String, String> parts = new TreeMap<>();
    for (Component part : report.fingerprint().components()) {
      parts.merge(
          part.role() + " " + part.name(),
          "%s (%s)%s"
              .formatted(
                  part.version(),
                  part.origin().word(),
                  part.imageDigest().isEmpty() ? "" : " " + part.imageDigest()),
          (one, other) -> one + ", " + other);
    }
    parts.put("kit keycheck", report.kit().version() + " (" + report.kit().commit() + ")");
    return parts;
  }

  private void facts(String kind, Map<String, String> before, Map<String, String> after) {
    for (String name : names(before, after)) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!Objects.equals(was, is)) {
        changes.add(new Change(Direction.OTHER, kind + name, was, is));
      }
    }
  }

  /** All names, or those of both where a note says that there is more. */
  private TreeSet<String> names(Map<String, ?> before, Map<String, ?> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    if (note.isPresent()) {
      names.retainAll(after.keySet());
    } else {
      names.addAll(after.keySet());
    }
    return names;
  }

  private static Map<String, CaseResult> byKey(RunReport report) {
    return report.results().stream()
        .collect(Collectors.toMap(result -> result.info().key(), result -> result));
  }

  private static String said(CaseResult result) {
    if (result.leftOut()) {
      return "not chosen";
    }
    return result.outcome().word()
        + result.reason().map(reason -> " (" + reason.code() + ")").orElse("");
  }

  private static String seconds(Duration time) {
    return String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
