package io.keycheck.cli;

/** Says in one sentence what is wrong with what was asked or given, and what to do. */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unusable(String sentence) {
    super(sentence);
  }

  Unusable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
