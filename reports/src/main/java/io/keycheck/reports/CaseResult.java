package io.keycheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Says how one case ended.
 *
 * @param info the catalogue's entry
 * @param outcome how it ended
 * @param reason why it did not pass; present exactly when it did not; of a waived failure, why it
 *     failed
 * @param started when it began, kept to the millisecond
 * @param duration how long it took, kept to the millisecond
 * @param seen what was seen meanwhile
 */
public record CaseResult(
    CaseInfo info,
    Outcome outcome,
    Optional<Reason> reason,
    Instant started,
    Duration duration,
    Observations seen) {

  /** Refuses a pass with a reason, anything else without one, and a negative duration. */
  public CaseResult {
    Objects.requireNonNull(info, "info");
    Objects.requireNonNull(outcome, "outcome");
    if (reason.isPresent() == (outcome == Outcome.PASSED)) {
      throw new IllegalArgumentException(
          "The case %s ended %s %s a reason: all but a pass need one."
              .formatted(info.key(), outcome.word(), reason.isPresent() ? "with" : "without"));
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The case %s took %s.".formatted(info.key(), duration));
    }
    started = started.truncatedTo(ChronoUnit.MILLIS);
    duration = duration.truncatedTo(ChronoUnit.MILLIS);
    Objects.requireNonNull(seen, "seen");
  }

  /** Returns the result of a case whose promise held. */
  public static CaseResult passed(
      CaseInfo info, Instant started, Duration duration, Observations seen) {
    return new CaseResult(info, Outcome.PASSED, Optional.empty(), started, duration, seen);
  }

  /** Returns the result of a case that did not run. */
  public static CaseResult skipped(CaseInfo info, Reason reason, Instant at) {
    return new CaseResult(
        info, Outcome.SKIPPED, Optional.of(reason), at, Duration.ZERO, Observations.NONE);
  }

  /** Returns the result of a case about which nothing can be said. */
  public static CaseResult inconclusive(CaseInfo info, Reason reason, Instant at) {
    return new CaseResult(
        info, Outcome.INCONCLUSIVE, Optional.of(reason), at, Duration.ZERO, Observations.NONE);
  }

  /** Returns whether a selection left the case out. */
  public boolean leftOut() {
    return outcome == Outcome.SKIPPED
        && reason.filter(r -> r.code().equals(Reason.NOT_SELECTED)).isPresent();
  }

  /** Returns whether it is an extended case that nothing here can try. */
  public boolean cannotBeShown() {
    return outcome == Outcome.SKIPPED
        && info.level() == Level.EXTENDED
        && reason.filter(r -> r.code().equals(Reason.CANNOT_BE_SHOWN)).isPresent();
  }

  /** Returns the evidence, in the order in which it was seen. */
  public List<Evidence> evidence() {
    return seen.evidence();
  }

  /** Returns the same case with another outcome and reason. */
  public CaseResult ending(Outcome other, Optional<Reason> why) {
    return new CaseResult(info, other, why, started, duration, seen);
  }

  CaseResult redacted(UnaryOperator<String> mask) {
    return new CaseResult(
        info,
        outcome,
        reason.map(r -> new Reason(r.code(), mask.apply(r.sentence()))),
        started,
        duration,
        seen.redacted(mask));
  }
}
