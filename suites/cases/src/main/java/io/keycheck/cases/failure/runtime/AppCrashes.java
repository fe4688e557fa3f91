package io.keycheck.cases.failure.runtime;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import java.util.List;

/** The app ends with an error as soon as it is started. */
@Fault(checks = "not-about-secrets", shows = "a container that waits with CrashLoopBackOff")
public final class AppCrashes extends InjectedFault {
  @Override
  protected void inject(Scene scene) {
    scene.edits().container(container -> container.setCommand(List.of("sh", "-c", "exit 3")));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().waits("CrashLoopBackOff");
  }
}
