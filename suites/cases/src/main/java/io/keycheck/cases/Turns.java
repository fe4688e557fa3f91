package io.keycheck.cases;

import io.keycheck.lab.RefreshedBy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Lets cases run beside each other, save with one that restarts the driver, switches off the
 * rotation that they take, or changes what all mounts of their store take. A driver before 1.6 is
 * restarted for rotation, too: whether it has to be is known when the driver runs, and not yet when
 * JUnit asks for what cases share. And here first come is first served: with JUnit's locks, whoever
 * has a part to itself comes after all others.
 */
final class Turns {
  private final ReadWriteLock driver = new ReentrantReadWriteLock(true);
  private final ReadWriteLock rotation = new ReentrantReadWriteLock(true);
  private final Map<String, ReadWriteLock> stores = new ConcurrentHashMap<>();
  private final AtomicLong restarts = new AtomicLong();

  /** The turn of a case with one store, nothing of which is held yet. */
  Turn of(Class<?> type, String store, RefreshedBy way) {
    return new Turn(
        Stream.concat(ofRotation(type, way), Stream.of(ofStore(type, store))).toList(),
        CaseCatalogue.hasToItself(type, HasToItself.DRIVER)
            ? Optional.of(new Turn.Alone(driver.writeLock(), restarts))
            : Optional.empty());
  }

  private Stream<Lock> ofRotation(Class<?> type, RefreshedBy way) {
    if (CaseCatalogue.hasToItself(type, HasToItself.ROTATION)) {
      return way == RefreshedBy.DRIVER
          ? Stream.of(driver.writeLock())
          : Stream.of(driver.readLock(), rotation.writeLock());
    }
    return CaseCatalogue.takesRotation(type)
        ? Stream.of(driver.readLock(), rotation.readLock())
        : Stream.of(driver.readLock());
  }

  private Lock ofStore(Class<?> type, String store) {
    ReadWriteLock shared = stores.computeIfAbsent(store, name -> new ReentrantReadWriteLock(true));
    return CaseCatalogue.hasToItself(type, store) ? shared.writeLock() : shared.readLock();
  }
}
