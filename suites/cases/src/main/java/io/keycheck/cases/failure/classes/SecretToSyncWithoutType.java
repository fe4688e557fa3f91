package io.keycheck.cases.failure.classes;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.InjectedFault;
import io.keycheck.cases.failure.Scene;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.SyncedSecret;
import io.keycheck.lab.stage.Stage;
import java.util.List;
import java.util.Map;

/** The Secret to sync has no type. */
@Fault(checks = "sync-incomplete", shows = "nothing: the pods run on, and no event warns")
public final class SecretToSyncWithoutType extends InjectedFault {
  @Override
  protected Blueprint blueprint(Stage stage) {
    SyncedSecret synced = new SyncedSecret("synced", Map.of("password", "database-password"));
    return stage.sample().syncing(synced);
  }

  @Override
  protected void inject(Scene scene) {
    scene
        .edits()
        .secretProviderClass(
            found ->
                found
                    .<List<Map<String, Object>>>get("spec", "secretObjects")
                    .get(0)
                    .remove("type"));
  }

  @Override
  protected void symptom(Scene scene) {
    scene.shows().none();
  }
}
