package io.keycheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that a case did, or waited for.
 *
 * @param name what, for a reader, without values of secrets
 * @param started when it began, kept to the millisecond
 * @param duration how long it took, kept to the millisecond
 * @param done whether it came to its end; the step that did not is where the case stopped
 */
public record Step(String name, Instant started, Duration duration, boolean done) {
  /** How the step begins in which a fault is mended by the commands that diagnose printed. */
  public static final String PRINTED_REMEDY = "mend by the printed remedy";

  private static final int MAX_BYTES = 512;

  /** Refuses a step without a name and a negative duration. */
  public Step {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A step needs a name.");
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The step \"%s\" took %s.".formatted(name, duration));
    }
    name = WellFormed.capped(name, MAX_BYTES);
    started = started.truncatedTo(ChronoUnit.MILLIS);
    duration = duration.truncatedTo(ChronoUnit.MILLIS);
  }
}
