package io.keycheck.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Starts with the case that has rotation to itself. Those that take rotation, some of which last
 * longest of all, would otherwise keep it waiting until nothing else is left to run beside it, so
 * that none of them is among those that start together with it. Ends with the case that has the
 * driver to itself, for which all others have to end. All others keep their order.
 */
public final class StartOrder implements ClassOrderer {
  private static final String SIDE_BY_SIDE =
      "junit.jupiter.execution.parallel.config.fixed.parallelism";

  @Override
  public void orderClasses(ClassOrdererContext context) {
    int sideBySide =
        context.getConfigurationParameter(SIDE_BY_SIDE).map(Integer::parseInt).orElse(1);
    List<? extends ClassDescriptor> all = context.getClassDescriptors();
    List<Class<?>> ordered =
        ordered(all.stream().<Class<?>>map(ClassDescriptor::getTestClass).toList(), sideBySide);
    all.sort(Comparator.comparing(type -> ordered.indexOf(type.getTestClass())));
  }

  /** The same classes in the order in which they are to start. */
  static List<Class<?>> ordered(Collection<Class<?>> types, int sideBySide) {
    List<Class<?>> first = types.stream().filter(StartOrder::hasRotation).toList();
    Set<Class<?>> ordered = new LinkedHashSet<>(first);
    if (!first.isEmpty()) {
      types.stream()
          .filter(type -> !hasRotation(type) && !hasDriver(type))
          .filter(type -> !CaseCatalogue.takesRotation(type))
          .limit(Math.max(0, sideBySide - first.size()))
          .forEach(ordered::add);
    }
    types.stream().filter(type -> !hasDriver(type)).forEach(ordered::add);
    ordered.addAll(types);
    return new ArrayList<>(ordered);
  }

  private static boolean hasRotation(Class<?> type) {
    return CaseCatalogue.hasToItself(type, HasToItself.ROTATION);
  }

  private static boolean hasDriver(Class<?> type) {
    return CaseCatalogue.hasToItself(type, HasToItself.DRIVER);
  }
}
