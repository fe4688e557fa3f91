package io.keycheck.reports;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A time that a case measured of the subject, such as that from the store to the file.
 *
 * @param name what was measured; the same name in all cases that measure the same
 * @param time how long it took, kept to the millisecond
 */
public record Measurement(String name, Duration time) {
  private static final int MAX_BYTES = 256;

  /** Refuses a measurement without a name and a negative time. */
  public Measurement {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A measurement needs a name.");
    }
    if (time.isNegative()) {
      throw new IllegalArgumentException("The measurement \"%s\" is %s.".formatted(name, time));
    }
    name = WellFormed.capped(name, MAX_BYTES);
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }
}
