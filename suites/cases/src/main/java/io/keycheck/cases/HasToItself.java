package io.keycheck.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Run a case while no other case of a store runs, for it changes a part that all of them share;
 * cases of the other stores run beside it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HasToItself {
  /** The store, by name. */
  String store();

  /** What the other cases share, as a sentence. */
  String why();
}
