package io.keycheck.cases;

import io.keycheck.lab.RefreshedBy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets cases run beside each other, save with one that restarts the driver, or switches off the
 * rotation that they take. A driver before 1.6 is restarted for that, too: whether it has to be is
 * known when the driver runs, and not yet when JUnit asks for what cases share. And here first come
 * is first served: with JUnit's locks, whoever has a part to itself comes after all others.
 */
final class Turns {
  private final ReadWriteLock driver = new ReentrantReadWriteLock(true);
  private final ReadWriteLock rotation = new ReentrantReadWriteLock(true);
  private final AtomicLong restarts = new AtomicLong();

  /** The turn of a case, nothing of which is held yet. */
  Turn of(Class<?> type, RefreshedBy way) {
    if (CaseCatalogue.hasToItself(type, HasToItself.DRIVER)) {
      return new Turn(
          List.of(driver.readLock()), Optional.of(new Turn.Alone(driver.writeLock(), restarts)));
    }
    if (CaseCatalogue.hasToItself(type, HasToItself.ROTATION)) {
      return new Turn(
          way == RefreshedBy.DRIVER
              ? List.of(driver.writeLock())
              : List.of(driver.readLock(), rotation.writeLock()),
          Optional.empty());
    }
    return new Turn(
        CaseCatalogue.takesRotation(type)
            ? List.of(driver.readLock(), rotation.readLock())
            : List.of(driver.readLock()),
        Optional.empty());
  }
}
