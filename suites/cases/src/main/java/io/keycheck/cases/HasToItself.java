package io.keycheck.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run a case while no other relies on a part which it changes: on rotation a case relies from where
 * it says so ({@code Stage.relyOnRefreshes}), on every other part that it takes from its begin on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ThroughAllStores.class)
public @interface HasToItself {
  /**
   * By which the driver brings changed values to pods that run; kept through the tries with all
   * stores, for which the case's method is to run on the same thread.
   */
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
