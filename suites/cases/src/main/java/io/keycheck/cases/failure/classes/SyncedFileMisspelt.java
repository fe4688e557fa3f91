package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.SyncedSecret;
import io.keycheck.lab.stage.Stage;
import java.util.Map;

/** The Secret to sync asks for a file that the class does not mount. */
@Fault(checks = "sync-object-unknown", shows = "nothing: the pods run on, and no event warns")
public final class SyncedFileMisspelt extends InjectedFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    SyncedSecret synced = new SyncedSecret("synced", Map.of("password", "database-password"));
    return stage.sample().syncing(synced);
  }

  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .remap(
            scene
                .app()
                .blueprint()
                .syncing(new SyncedSecret("synced", Map.of("password", "database-pasword"))));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
