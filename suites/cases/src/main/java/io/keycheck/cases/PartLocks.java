package io.keycheck.cases;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Lets cases share the stores that they are tried with, save with one that {@link HasToItself}; of
 * the driver and of rotation, {@link Turns} does the same.
 */
final class PartLocks implements ResourceLocksProvider {
  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    return CaseCatalogue.stores(testClass).stream()
        .map(
            store ->
                new Lock(
                    store,
                    CaseCatalogue.hasToItself(testClass, store)
                        ? ResourceAccessMode.READ_WRITE
                        : ResourceAccessMode.READ))
        .collect(Collectors.toSet());
  }
}
