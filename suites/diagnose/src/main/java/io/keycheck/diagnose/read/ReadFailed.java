package io.keycheck.diagnose.read;

/** Says in one sentence which file could not be read, where, and what to do. */
public final class ReadFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence. */
  public ReadFailed(String sentence) {
    super(sentence, null, false, false);
  }
}
