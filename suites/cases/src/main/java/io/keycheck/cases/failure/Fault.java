package io.keycheck.cases.failure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Make a class a case of the failure suite. Its name is the fault; its id is the kebab-case of it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fault {

  /** The checks by which diagnose must name it: exactly these, by id. */
  String[] checks();

  /** The store that it is tried with. */
  String store() default "vault";

  /**
   * Whether it is mended by the commands that diagnose prints, run as they are; else by putting
   * back what was there, because the remedy is an edit, or done in the store.
   */
  boolean printed() default false;

  /** How it shows, as the end of the sentence "it shows as …". */
  String shows();
}
