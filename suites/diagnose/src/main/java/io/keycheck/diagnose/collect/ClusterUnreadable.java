package io.keycheck.diagnose.collect;

/** Says in one sentence why a cluster cannot be read at all, and what to do. */
public final class ClusterUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence. */
  public ClusterUnreadable(String sentence) {
    super(sentence);
  }

  /** Takes the sentence, and keeps what it came from. */
  public ClusterUnreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
