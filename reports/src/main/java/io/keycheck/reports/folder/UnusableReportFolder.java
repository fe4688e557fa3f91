package io.keycheck.reports.folder;

import java.io.IOException;

/** Says in one sentence why a report cannot be written to a folder. */
public class UnusableReportFolder extends IOException {
  /** Takes the sentence that a user reads. */
  public UnusableReportFolder(String sentence) {
    super(sentence);
  }

  /** Takes the sentence that a user reads, and what it was made from. */
  public UnusableReportFolder(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
