package io.keycheck.reports;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A time that a case measured of the subject, such as that from the store to the file.
 *
 * @param name what was measured; the same name in all cases that measure the same
 * @param time how long it took, kept to the millisecond
 * @param parts what the time went to, in the order of the parts; empty where that is not known
 */
public record Measurement(String name, Duration time, List<Part> parts) {
  private static final int MAX_BYTES = 256;

  /**
   * One of the times that together make a measured one.
   *
   * @param name whose time it was, such as that of the kubelet
   * @param time how long it took, kept to the millisecond
   */
  public record Part(String name, Duration time) {
    /** Refuses a part without a name and a negative time. */
    public Part {
      name = named(name, time);
      time = time.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** Refuses a measurement without a name and a negative time. */
  public Measurement {
    name = named(name, time);
    time = time.truncatedTo(ChronoUnit.MILLIS);
    parts = List.copyOf(parts);
  }

  /** A time of which the parts are not known. */
  public Measurement(String name, Duration time) {
    this(name, time, List.of());
  }

  private static String named(String name, Duration time) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A measurement needs a name.");
    }
    if (time.isNegative()) {
      throw new IllegalArgumentException("The measurement \"%s\" is %s.".formatted(name, time));
    }
    return WellFormed.capped(name, MAX_BYTES);
  }
}
