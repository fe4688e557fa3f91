package io.keycheck.cases;

import io.keycheck.lab.ClusterBroke;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** What one case holds of what it shares, on the thread that runs it. */
final class Turn {
  private final List<Lock> whole;
  private final Optional<Lock> alone;
  private final Deque<Lock> held = new ArrayDeque<>();
  private Duration waited = Duration.ZERO;

  /**
   * Nothing is held yet.
   *
   * @param whole held from the case's begin on
   * @param alone held in place of these from when the case asks for it, so that what it makes
   *     before is made beside others
   */
  Turn(List<Lock> whole, Optional<Lock> alone) {
    this.whole = whole;
    this.alone = alone;
  }

  /** Wait until the case may begin. */
  void begin() {
    whole.forEach(this::hold);
  }

  /** Wait until the case may do what no other may be done to. */
  void takeAlone() {
    long began = System.nanoTime();
    alone.ifPresent(
        lock -> {
          // Nobody who shares a lock can have it alone.
          end();
          hold(lock);
        });
    waited = waited.plusNanos(System.nanoTime() - began);
  }

  /** How long it was waited for in the middle of the case. */
  Duration waited() {
    return waited;
  }

  /** Let others have their turn. */
  void end() {
    while (!held.isEmpty()) {
      held.pop().unlock();
    }
  }

  private void hold(Lock lock) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException aborted) {
      Thread.currentThread().interrupt();
      throw new ClusterBroke("The case's wait for its turn was interrupted.", aborted);
    }
    held.push(lock);
  }
}
