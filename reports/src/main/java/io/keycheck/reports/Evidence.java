package io.keycheck.reports;

import java.util.Objects;

/**
 * Shows what was seen, so that a reader can judge a result: events, statuses, the last answer.
 *
 * <p>Never holds a secret value: pass texts of foreign origin through {@link
 * io.keycheck.reports.secrecy.Redactor} before they are cut to size here.
 *
 * @param name what the text is, such as {@code events of the namespace}
 * @param text capped at {@value #MAX_BYTES} bytes of UTF-8, with a note where it was cut
 */
public record Evidence(String name, String text) {
  /** Greatest length of a text, in bytes of UTF-8. */
  public static final int MAX_BYTES = 64 * 1024;

  /** Refuses an empty name, and cuts a text that is too long. */
  public Evidence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    if (name.isBlank()) {
      throw new IllegalArgumentException("Evidence needs a name.");
    }
    name = WellFormed.capped(name, 256);
    text = WellFormed.capped(text, MAX_BYTES);
  }
}
