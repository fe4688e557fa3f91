package io.keycheck.reports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Names and values in the order of their names, which is the order of every file. */
final class Facts {
  /** Greatest length of a value, in bytes of UTF-8. */
  private static final int MAX_BYTES = 4096;

  private Facts() {}

  static Map<String, String> sorted(Map<String, String> facts) {
    Map<String, String> sorted = new TreeMap<>();
    facts.forEach(
        (name, value) -> sorted.put(WellFormed.of(name), WellFormed.capped(value, MAX_BYTES)));
    return Collections.unmodifiableMap(sorted);
  }

  static Map<String, String> redacted(Map<String, String> facts, UnaryOperator<String> mask) {
    Map<String, String> redacted = new TreeMap<>();
    facts.forEach((name, value) -> redacted.put(name, mask.apply(value)));
    return redacted;
  }
}
