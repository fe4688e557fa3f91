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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares two reports: verdict, cases, times, and what they were tried on.
 *
 * @param changes what is other, the worst first
 */
public record Comparison(List<Change> changes) {
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
    List<Change> changes = new ArrayList<>();
    verdict(changes, before, after);
    cases(changes, before, after);
    parts(changes, before, after);
    facts(changes, "fact ", before.fingerprint().facts(), after.fingerprint().facts());
    return new Comparison(
        changes.stream()
            .sorted(java.util.Comparator.comparing(Change::direction).thenComparing(Change::what))
            .toList());
  }

  /** Returns the changes of one direction. */
  public List<Change> of(Direction direction) {
    return changes.stream().filter(change -> change.direction() == direction).toList();
  }

  /** Returns whether anything is worse; a longer time alone is not. */
  public boolean isWorse() {
    return !of(Direction.WORSE).isEmpty();
  }

  private static void verdict(List<Change> changes, RunReport before, RunReport after) {
    int was = VERDICTS.indexOf(before.verdict());
    int is = VERDICTS.indexOf(after.verdict());
    if (!before.title().equals(after.title())) {
      changes.add(new Change(direction(was, is), "verdict", before.title(), after.title()));
    }
  }

  private static Direction direction(int was, int is) {
    if (was == is) {
      return Direction.OTHER;
    }
    return is > was ? Direction.WORSE : Direction.BETTER;
  }

  private static void cases(List<Change> changes, RunReport before, RunReport after) {
    Map<String, CaseResult> old = byKey(before);
    Map<String, CaseResult> now = byKey(after);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      CaseResult was = old.get(key);
      CaseResult is = now.get(key);
      if (was == null) {
        Direction direction = is.outcome() == Outcome.FAILED ? Direction.WORSE : Direction.OTHER;
        changes.add(new Change(direction, key, "", is.outcome().word()));
      } else if (is == null) {
        changes.add(new Change(Direction.WORSE, key, was.outcome().word(), ""));
      } else {
        both(changes, key, was, is);
      }
    }
  }

  /** What a selection left out is no news of that case. */
  private static void both(List<Change> changes, String key, CaseResult was, CaseResult is) {
    if (was.leftOut() || is.leftOut()) {
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
      time(changes, key, was.duration(), is.duration(), NOTEWORTHY);
    }
    Map<String, Duration> measured =
        was.seen().measurements().stream()
            .collect(Collectors.toMap(Measurement::name, Measurement::time, (a, b) -> b));
    for (Measurement measurement : is.seen().measurements()) {
      Duration earlier = measured.get(measurement.name());
      if (earlier != null) {
        time(
            changes,
            key + ", " + measurement.name(),
            earlier,
            measurement.time(),
            NOTEWORTHY.dividedBy(4));
      }
    }
  }

  private static void time(
      List<Change> changes, String what, Duration was, Duration is, Duration noteworthy) {
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

  private static void parts(List<Change> changes, RunReport before, RunReport after) {
    facts(changes, "part ", parts(before), parts(after));
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

  private static void facts(
      List<Change> changes, String kind, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!Objects.equals(was, is)) {
        changes.add(new Change(Direction.OTHER, kind + name, was, is));
      }
    }
  }

  private static Map<String, CaseResult> byKey(RunReport report) {
    return report.results().stream()
        .collect(Collectors.toMap(result -> result.info().key(), result -> result));
  }

  private static String said(CaseResult result) {
    return result.outcome().word()
        + result.reason().map(reason -> " (" + reason.code() + ")").orElse("");
  }

  private static String seconds(Duration time) {
    return String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
