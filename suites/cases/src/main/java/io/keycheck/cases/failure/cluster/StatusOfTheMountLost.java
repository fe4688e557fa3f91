package io.keycheck.cases.failure.cluster;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.stage.Parts;
import io.keycheck.lab.stage.Refreshes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;

/** The driver has no status of what it mounted, and makes none while nothing is refreshed. */
@Fault(checks = "delivery-incomplete", shows = "nothing: the pods run on, and no event warns")
@Isolated("the driver serves all cases")
public final class StatusOfTheMountLost extends InjectedFault {
  /** Longer than the kubelet takes from one refresh of a mount to the next. */
  private static final Duration A_ROUND = Duration.ofSeconds(3);

  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    Refreshes.off(scene.stage());
    // A round that had begun before makes the status once more.
    eventually("no status of the mount is made any more", () -> deletedStatuses(scene))
        .within(scene.stage().patience().settle())
        .every(A_ROUND)
        .until(List::isEmpty);
  }

  private static List<? extends HasMetadata> deletedStatuses(Scene scene) {
    List<? extends HasMetadata> statuses = Parts.podStatuses(scene.stage());
    statuses.forEach(scene.edits()::delete);
    return statuses;
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }

  @Override
  protected void mend(Scene scene) {
    Refreshes.on(scene.stage());
    scene.app().restart();
  }
}
