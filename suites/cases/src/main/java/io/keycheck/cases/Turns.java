package io.keycheck.cases;

import io.keycheck.lab.RefreshedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets cases run beside each other, save with one that restarts the driver, switches off the
 * rotation that they rely on, or changes what all mounts of their store take. A driver before 1.6
 * is restarted for rotation, too: whether it has to be is known when the driver runs, and not yet
 * when JUnit asks for what cases share. And here first come is first served: with JUnit's locks,
 * whoever has a part to itself comes after all others.
 */
final class Turns {
  private final ReadWriteLock driver = new ReentrantReadWriteLock(true);
  private final ReadWriteLock rotation = new ReentrantReadWriteLock(true);
  private final Map<String, ReadWriteLock> stores = new ConcurrentHashMap<>();
  private final AtomicLong restarts = new AtomicLong();

  /** The turn of a case with one store, nothing of which is held yet. */
  Turn of(Class<?> type, String store, RefreshedBy way) {
    return new Turn(
        parts(type, List.of(store), way),
        CaseCatalogue.takesRotation(type) && way == RefreshedBy.KUBELET
            ? Optional.of(rotation.readLock())
            : Optional.empty(),
        CaseCatalogue.hasToItself(type, HasToItself.DRIVER)
            ? Optional.of(new Turn.Alone(driver.writeLock(), restarts))
            : Optional.empty());
  }

  /** What a case keeps through its tries with all stores, which are made on one thread. */
  Turn ofAllStores(Class<?> type, RefreshedBy way) {
    return new Turn(
        CaseCatalogue.hasToItself(type, HasToItself.ROTATION)
            ? parts(type, CaseCatalogue.stores(type), way)
            : List.of());
  }

  /** Always in this order, so that no two cases wait for each other; rotation comes last. */
  private List<Lock> parts(Class<?> type, List<String> stores, RefreshedBy way) {
    boolean switches = CaseCatalogue.hasToItself(type, HasToItself.ROTATION);
    List<Lock> parts = new ArrayList<>();
    parts.add(switches && way == RefreshedBy.DRIVER ? driver.writeLock() : driver.readLock());
    stores.forEach(store -> parts.add(ofStore(type, store)));
    if (switches) {
      parts.add(rotation.writeLock());
    }
    return parts;
  }

  private Lock ofStore(Class<?> type, String store) {
    ReadWriteLock shared = stores.computeIfAbsent(store, name -> new ReentrantReadWriteLock(true));
    return CaseCatalogue.hasToItself(type, store) ? shared.writeLock() : shared.readLock();
  }
}
