package io.keycheck.cases;

import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
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

  /** Whether it asks for a mount at all: then it notices a provider that is slow or dead. */
  boolean mounts() default true;

  /**
   * Whether its mounts are to be refused before anything is handed over: then it cannot notice what
   * would be wrong with the rest of the answer.
   */
  boolean refused() default false;

  /**
   * The further misbehaviours that it notices, of a provider, of the Operator or of the runtime, by
   * name, such as {@code stale}, or with one store alone, such as {@code aws:any-role}: exactly
   * those make it fail.
   */
  String[] notices() default {};

  /** What it makes beside one environment with its secrets and its app. */
  Makes[] makes() default {};

  /** What it cannot do without: it is skipped where an adopted cluster or a Vault lacks it. */
  Need[] needs() default {};
}
