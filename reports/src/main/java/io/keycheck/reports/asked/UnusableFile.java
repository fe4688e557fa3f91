package io.keycheck.reports.asked;

/** Says in one sentence what is wrong with a file that people wrote, and what to do. */
public final class UnusableFile extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableFile(String sentence) {
    super(sentence);
  }

  UnusableFile(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
