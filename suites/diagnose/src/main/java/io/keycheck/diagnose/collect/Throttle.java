package io.keycheck.diagnose.collect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds requests back while an API server is too busy (429), all of them as long as it told one.
 *
 * <p>A request is tried {@value #TRIES} times at most. Where that was in vain, others are tried
 * once, until one of them is answered. A server that asks to be left alone for more than {@value
 * #LONGEST_PAUSE_SECONDS} seconds is.
 */
final class Throttle {
  static final int BUSY = 429;

  private static final int TRIES = 3;
  private static final int LONGEST_PAUSE_SECONDS = 20;

  private long notBefore = System.nanoTime();
  private boolean inVain;
  private boolean anyAnswer;
  private boolean anyBusy;

  /**
   * Waits until the server may be asked, and says whether it may: not where it asked to be left
   * alone for longer than anybody waits.
   */
  boolean await() {
    for (long left = left(); left > 0; left = left()) {
      if (left > TimeUnit.SECONDS.toNanos(LONGEST_PAUSE_SECONDS)) {
        return false;
      }
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS))
          .join();
    }
    return true;
  }

  private synchronized long left() {
    return notBefore - System.nanoTime();
  }

  /**
   * Takes note of an answer, and says whether the same may be asked again.
   *
   * @param tries how often it was asked by now
   * @param retryAfter seconds as the header {@code Retry-After} has them, or null for one
   */
  synchronized boolean again(int code, int tries, String retryAfter) {
    if (code != BUSY) {
      inVain = false;
      anyAnswer = true;
      return false;
    }
    anyBusy = true;
    int seconds =
        retryAfter != null && retryAfter.matches("\\d{1,6}") ? Integer.parseInt(retryAfter) : 1;
    inVain |= tries == TRIES || seconds > LONGEST_PAUSE_SECONDS;
    notBefore = Math.max(notBefore, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    return !inVain;
  }

  /** Returns whether the server has been too busy for every request so far. */
  synchronized boolean refusesAll() {
    return anyBusy && !anyAnswer;
  }
}
