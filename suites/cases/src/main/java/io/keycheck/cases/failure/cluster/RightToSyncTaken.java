package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.SyncedSecret;
import io.keycheck.lab.stage.Parts;
import io.keycheck.lab.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.parallel.Isolated;

/** The driver may not write Secrets, and the class asks for one. */
@Fault(
    checks = "sync-not-permitted",
    shows = "an event FailedToCreateSecret: timed out waiting for the condition")
@Isolated("the driver serves all cases")
public final class RightToSyncTaken extends InjectedFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    SyncedSecret synced = new SyncedSecret("synced", Map.of("password", "database-password"));
    return stage.sample().syncing(synced);
  }

  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    scene.edits().delete(Parts.rightToSync(scene.stage()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().event("FailedToCreateSecret", "timed out waiting for the condition|forbidden");
  }
}
