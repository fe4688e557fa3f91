package io.keycheck.cases;

import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.stage.OtherCases;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** What one case holds of what it shares, on the thread that runs it. */
final class Turn implements OtherCases {
  private final List<Lock> shared;
  private final Optional<Lock> refreshes;
  private final Optional<Alone> alone;
  private final Deque<Lock> held = new ConcurrentLinkedDeque<>();
  private Duration waited = Duration.ZERO;
  private Thread thread;

  /**
   * What is done to all cases at once, in the middle of one.
   *
   * @param lock held while it is done
   * @param times how often it was done
   */
  record Alone(Lock lock, AtomicLong times) {}

  /**
   * Nothing is held yet.
   *
   * @param shared held from the case's begin on
   * @param refreshes held from where the case relies on it that mounts are refreshed, if it does
   * @param alone what the case does beside no other, if anything
   */
  Turn(List<Lock> shared, Optional<Lock> refreshes, Optional<Alone> alone) {
    this.shared = shared;
    this.refreshes = refreshes;
    this.alone = alone;
  }

  /** Wait until the case may begin. */
  void begin() {
    thread = Thread.currentThread();
    shared.forEach(this::hold);
  }

  /**
   * Do what no other case may run beside, when all that run have ended or wait to do the same. Once
   * is enough for all that wait: what happens meanwhile happens to each of them.
   */
  @Override
  public void whileNoneRuns(Runnable work) {
    if (alone.isEmpty()) {
      work.run();
      return;
    }
    long before = alone.get().times().get();
    long began = System.nanoTime();
    // Nobody who shares a lock can have it alone.
    end();
    hold(alone.get().lock());
    waited = waited.plusNanos(System.nanoTime() - began);
    if (alone.get().times().get() == before) {
      work.run();
      alone.get().times().incrementAndGet();
    }
    began = System.nanoTime();
    // Others may run again, this one beside them.
    end();
    begin();
    waited = waited.plusNanos(System.nanoTime() - began);
  }

  @Override
  public void awaitRefreshes() {
    if (refreshes.isEmpty() || held.contains(refreshes.get())) {
      return;
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("a case waits for its turn on the thread that runs it");
    }
    long began = System.nanoTime();
    hold(refreshes.get());
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
