package io.keycheck.cases.failure.cluster;

import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.OwnedSecret;
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
  private static final String NAME = "synced";

  @Override
  protected Blueprint blueprint(Stage stage) {
    SyncedSecret synced = new SyncedSecret(NAME, Map.of("password", "database-password"));
    return stage.sample().syncing(synced);
  }

  @Override
  protected void inject(Scene scene) {
    DriverOfOurs.require(scene.stage());
    // A driver that began less than 5 s ago has not listed Secrets yet. Without the right it waits
    // for that list for ever, and says nothing while it does: its loops share a lock (1.6.0).
    OwnedSecret.await(scene.stage(), NAME);
    scene.edits().delete(Parts.rightToSync(scene.stage()));
    scene.app().restart();
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().event("FailedToCreateSecret", "timed out waiting for the condition|forbidden");
  }
}
