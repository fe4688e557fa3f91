package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.reports.diagnosis.Link;
import java.util.Set;

/** A check of the class that counts for an environment; silent where there is none. */
interface ClassCheck extends Check {
  /** What a mount that fails because of the class is seen as where nothing explains it. */
  Set<String> FAILED_MOUNT = Set.of("mount-failed", "delivery-incomplete");

  /** Looks at the class, and adds what it finds. */
  void look(Subject subject, Findings findings);

  @Override
  default void look(View view, Findings findings) {
    view.theClass().orUnknown().ifPresent(inForce -> look(new Subject(view, inForce), findings));
  }

  @Override
  default Link.Part part() {
    return Link.Part.CLASS;
  }
}
