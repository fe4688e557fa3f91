package io.keycheck.cases;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** What one case holds of what it shares, on the thread that runs it. */
final class Turn {
  private final Optional<Lock> whole;
  private final Optional<Lock> later;
  private final Deque<Lock> held = new ArrayDeque<>();
  private boolean taken;

  /**
   * Neither is taken yet.
   *
   * @param whole held from the case's begin to its end
   * @param later held from when the case asks for it to its end, so that what it makes before is
   *     made beside others
   */
  Turn(Optional<Lock> whole, Optional<Lock> later) {
    this.whole = whole;
    this.later = later;
  }

  /** Wait until the case may begin. */
  void begin() {
    whole.ifPresent(this::hold);
  }

  /** Wait until the case may do, or be done to, what others must not be; at once if it may. */
  void take() {
    if (!taken) {
      later.ifPresent(this::hold);
      taken = true;
    }
  }

  /** Let others have their turn. */
  void end() {
    held.forEach(Lock::unlock);
    held.clear();
  }

  private void hold(Lock lock) {
    lock.lock();
    held.push(lock);
  }
}
