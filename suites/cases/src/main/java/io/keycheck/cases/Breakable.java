package io.keycheck.cases;

import io.keycheck.lab.stage.Faults;

/**
 * Let a case be broken on purpose, so that it is seen to fail: a check that cannot fail is a
 * defect.
 */
public interface Breakable {

  /** Declare the fault that makes this case fail, and nothing else. */
  void breakBy(Faults faults);
}
