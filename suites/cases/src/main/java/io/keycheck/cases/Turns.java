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
        Stream.concat(ofDriver(type, way), Stream.of(ofStore(type, store))).toList(),
        CaseCatalogue.takesRotation(type) && way == RefreshedBy.KUBELET
            ? Optional.of(rotation.readLock())
            : Optional.empty(),
        CaseCatalogue.hasToItself(type, HasToItself.DRIVER)
            ? Optional.of(new Turn.Alone(driver.writeLock(), restarts))
            : Optional.empty());
  }

  private Stream<Lock> ofDriver(Class<?> type, RefreshedBy way) {
    if (!CaseCatalogue.hasToItself(type, HasToItself.ROTATION)) {
      return Stream.of(driver.readLock());
    }
    return way == RefreshedBy.DRIVER
        ? Stream.of(driver.writeLock())
        : Stream.of(driver.readLock(), rotation.writeLock());
  }

  private Lock ofStore(Class<?> type, String store) {
    ReadWriteLock shared = stores.computeIfAbsent(store, name -> new ReentrantReadWriteLock(true));
    return CaseCatalogue.hasToItself(type, store) ? shared.writeLock() : shared.readLock();
  }
}
