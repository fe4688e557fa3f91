package io.keycheck.reports;

import java.io.IOException;

/** Says in one sentence why a file is no run report that this kit can read. */
public class UnreadableReport extends IOException {
  /** Takes the sentence that a user reads. */
  public UnreadableReport(String sentence) {
    super(sentence);
  }

  /** Takes the sentence that a user reads, and what it was made from. */
  public UnreadableReport(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
