package io.keycheck.reports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Says that a report is made of two runs: an earlier one, and another of some of its cases.
 *
 * @param runId the earlier run
 * @param digest {@link RunReportJson#digest} of its report
 * @param started when it began, kept to the millisecond
 * @param cases the cases that were run again, such as {@code mount-is-read-only/vault}, sorted; all
 *     others are as the earlier run saw them
 */
public record Rerun(String runId, String digest, Instant started, List<String> cases) {
  /** Refuses a rerun of nothing. */
  public Rerun {
    if (runId.isBlank() || digest.isBlank() || cases.isEmpty()) {
      throw new IllegalArgumentException("A rerun names the earlier run and the cases.");
    }
    started = started.truncatedTo(ChronoUnit.MILLIS);
    cases = cases.stream().sorted().distinct().toList();
  }
}
