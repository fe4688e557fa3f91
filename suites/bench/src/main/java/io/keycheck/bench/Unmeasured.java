package io.keycheck.bench;

/** Why something could not be measured, and what to do. */
final class Unmeasured extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unmeasured(String sentence) {
    super(sentence);
  }
}
