package io.keycheck.cases;

import io.keycheck.lab.RefreshedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets cases run beside each other, save with one that has to restart the driver. Whether it has to
 * is known when the driver runs, and not yet when JUnit asks for what cases share.
 */
final class DriverTurns {
  private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

  /** What a case holds while it runs. */
  Lock of(Class<?> type, RefreshedBy way) {
    HasToItself alone = type.getAnnotation(HasToItself.class);
    return alone != null && alone.restartsAnOldDriver() && way == RefreshedBy.DRIVER
        ? turns.writeLock()
        : turns.readLock();
  }
}
