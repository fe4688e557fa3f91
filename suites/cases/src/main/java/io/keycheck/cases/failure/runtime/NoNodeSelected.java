package io.keycheck.cases.failure.runtime;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.Map;

/** The app wants a node with a label that none has. */
@Fault(
    checks = "not-about-secrets",
    shows = "a pod that no node takes: its node selector matches none")
public final class NoNodeSelected extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().podSpec(spec -> spec.setNodeSelector(Map.of("disk", "fast")));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().unscheduled("node affinity/selector");
  }
}
