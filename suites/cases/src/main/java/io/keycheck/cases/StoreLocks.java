package io.keycheck.cases;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Lets cases share their stores' parts, save with one that {@link HasToItself}. */
final class StoreLocks implements ResourceLocksProvider {
  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    HasToItself alone = testClass.getAnnotation(HasToItself.class);
    return CaseCatalogue.stores(testClass).stream()
        .map(
            store ->
                new Lock(
                    store,
                    alone != null && alone.store().equals(store)
                        ? ResourceAccessMode.READ_WRITE
                        : ResourceAccessMode.READ))
        .collect(Collectors.toSet());
  }
}
