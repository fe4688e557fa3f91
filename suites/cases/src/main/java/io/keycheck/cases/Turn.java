package io.keycheck.cases;

import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.stage.OtherCases;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** What one case holds of what it shares, on the thread that runs it. */
final class Turn implements OtherCases {
  /** What is held whenever the case may run. */
  private final List<Lock> shared;

  private final Optional<Lock> refreshes;
  private final Optional<Alone> alone;
  private final Deque<Lock> held = new ArrayDeque<>();
  private Duration waited = Duration.ZERO;

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
   * @param refreshes held from where the case first relies on it that mounts are refreshed; none if
   *     it never does
   * @param alone what the case does beside no other, if anything
   */
  Turn(List<Lock> shared, Optional<Lock> refreshes, Optional<Alone> alone) {
    this.shared = new ArrayList<>(shared);
    this.refreshes = refreshes;
    this.alone = alone;
  }

  /** The same where nothing else comes. */
  Turn(List<Lock> shared) {
    this(shared, Optional.empty(), Optional.empty());
  }

  /** Wait until the case may begin. */
  void begin() {
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
  public void relyOnRefreshes() {
    long began = System.nanoTime();
    refreshes.ifPresent(
        lock -> {
          hold(lock);
          shared.add(lock);
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
