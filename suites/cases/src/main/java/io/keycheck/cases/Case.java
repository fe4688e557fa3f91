package io.keycheck.cases;

import io.keycheck.reports.Level;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Make a class a case of the catalogue. Its name is the promise as a sentence; its id is the
 * kebab-case of it.
 *
 * <p>A case has one method with {@link Promise} and, by {@link Breakable}, the fault that proves it
 * can fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Case {

  /** How much it weighs in a profile. */
  Level level() default Level.CORE;

  /** The section of the document and the sentence that it enforces. */
  String spec();

  /** The version of the kit that it came with. */
  String since();

  /** The stores it is true of, by name; every store if empty. */
  String[] stores() default {};

  /** What its fault does, as the end of the sentence "it is seen to fail when …". */
  String failsWhen();

  /**
   * Whether it mounts anything: then it notices a provider that is slow, dead, or answers nonsense.
   */
  boolean mounts() default true;

  /**
   * The further misbehaviours of a provider that it notices, by name: exactly those make it fail.
   */
  String[] notices() default {};
}
