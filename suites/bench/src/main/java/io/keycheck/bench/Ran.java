package io.keycheck.bench;

/**
 * A process that came to its end.
 *
 * @param exitCode what it ended with
 * @param out what it printed to standard output
 * @param err the end of what it printed to standard error
 * @param millis how long it took
 * @param peakMegabytes the most memory that it held, 0 where nobody told
 */
record Ran(int exitCode, String out, String err, long millis, long peakMegabytes) {
  /** The same, or the reason why what it was to show cannot be measured. */
  Ran ended(int wanted) {
    if (exitCode != wanted) {
      throw new Unmeasured(
          "It ended with %d instead of %d. Its last words: %s"
              .formatted(exitCode, wanted, err.isBlank() ? out.strip() : err.strip()));
    }
    return this;
  }
}
