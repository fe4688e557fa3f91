package io.keycheck.reports.folder;

/** Says in one sentence why a key cannot be used; never what it holds. */
public final class UnusableKey extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableKey(String sentence) {
    super(sentence);
  }

  UnusableKey(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
