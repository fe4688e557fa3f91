package io.keycheck.reports.folder;

import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in a report's folder beside what follows from the report.
 *
 * @param diagnosis the JSON of {@code keycheck diagnose}
 * @param logs what the kit's own pods logged, by {@code POD/CONTAINER}
 */
public record Enclosures(String diagnosis, Map<String, String> logs) {
  /** Keeps a copy, in the order of names. */
  public Enclosures {
    logs = new TreeMap<>(logs);
  }
}
