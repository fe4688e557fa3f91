package io.keycheck.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Run a case while no other takes a part which it changes; those that do not take it, or do not
 * rely on it yet, run beside it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HasToItself {
  /** By which the driver brings changed values to pods that run. */
  String ROTATION = "rotation";

  /** What serves all mounts. */
  String DRIVER = "driver";

  /**
   * The part: {@link #ROTATION}; {@link #DRIVER}, while the case restarts it; or a store by name,
   * for what its mounts take.
   */
  String value();

  /** What the other cases share, as a sentence. */
  String because();
}
