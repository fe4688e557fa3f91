package io.keycheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and numbers as people say them. */
public final class Spoken {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Spoken() {}

  /** Returns a time such as {@code 5.9 s} or {@code 2 min 3 s}. */
  public static String time(Duration duration) {
    if (duration.toMinutes() > 0) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** Returns a moment such as {@code 1 March 2026, 12:00 UTC}. */
  public static String moment(Instant instant) {
    return DAY_AND_TIME.format(instant);
  }

  /** Returns a number with its noun, such as {@code 1 case} or {@code 2 cases}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns the text with its first letter as a capital. */
  public static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
