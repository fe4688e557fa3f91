package io.keycheck.cases;

import io.keycheck.lab.plan.Need;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Lets cases share the parts that they take, save with one that {@link HasToItself}. */
final class PartLocks implements ResourceLocksProvider {
  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    HasToItself alone = testClass.getAnnotation(HasToItself.class);
    Set<String> parts = new TreeSet<>(CaseCatalogue.stores(testClass));
    Case declared = testClass.getAnnotation(Case.class);
    if (declared != null && List.of(declared.needs()).contains(Need.ROTATION)) {
      parts.add(HasToItself.ROTATION);
    }
    if (alone != null) {
      parts.add(alone.value());
    }
    return parts.stream()
        .map(
            part ->
                new Lock(
                    part,
                    alone != null && alone.value().equals(part)
                        ? ResourceAccessMode.READ_WRITE
                        : ResourceAccessMode.READ))
        .collect(Collectors.toSet());
  }
}
