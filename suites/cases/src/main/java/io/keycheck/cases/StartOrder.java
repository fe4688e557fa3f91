package io.keycheck.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Starts with the case that has rotation, or a store, to itself, and beside it with as many as may
 * run that do not take that part. Those that take it, some of which last longest of all, would
 * otherwise keep it waiting until nothing else is left to run beside it. Ends with the case that
 * has the driver to itself, for which all others have to end. All others keep their order.
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
    Set<Class<?>> ordered = new LinkedHashSet<>();
    for (Class<?> alone : types) {
      part(alone)
          .ifPresent(
              part -> {
                ordered.add(alone);
                types.stream()
                    .filter(type -> !ordered.contains(type) && mayRunBeside(type, part))
                    .limit(Math.max(0, sideBySide - 1))
                    .forEach(ordered::add);
              });
    }
    types.stream().filter(type -> !hasDriver(type)).forEach(ordered::add);
    ordered.addAll(types);
    return new ArrayList<>(ordered);
  }

  /** What a case has to itself from its begin on. */
  private static Optional<String> part(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(HasToItself.class))
        .map(HasToItself::value)
        .filter(part -> !part.equals(HasToItself.DRIVER));
  }

  private static boolean mayRunBeside(Class<?> type, String part) {
    boolean takes =
        part.equals(HasToItself.ROTATION)
            ? CaseCatalogue.takesRotation(type)
            : CaseCatalogue.stores(type).contains(part);
    return !takes
        && !type.isAnnotationPresent(HasToItself.class)
        && !type.isAnnotationPresent(Isolated.class);
  }

  private static boolean hasDriver(Class<?> type) {
    return CaseCatalogue.hasToItself(type, HasToItself.DRIVER);
  }
}
