package io.keycheck.cases;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Starts with what has rotation to itself: those that take it, some of which last longest, then
 * need not be waited for while nothing else is left to do. All others stay in their order.
 */
public final class WithoutRotationFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(type -> !hasRotationToItself(type)));
  }

  private static boolean hasRotationToItself(ClassDescriptor type) {
    return type.findAnnotation(HasToItself.class)
        .map(HasToItself::value)
        .filter(HasToItself.ROTATION::equals)
        .isPresent();
  }
}
