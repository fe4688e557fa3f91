package io.keycheck.cases;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.fabric8.kubernetes.api.model.Secret;
import io.keycheck.lab.stage.Stage;
import java.util.Optional;

/** A Secret that the driver synced, and entered the owners of. */
public final class OwnedSecret {
  private OwnedSecret() {}

  /**
   * Wait until it is there and owned. The driver enters owners up to 5 s after it made the Secret,
   * in a loop of its own (driver 1.6.0, secretproviderclasspodstatus_controller.go); before,
   * nothing collects the Secret.
   */
  public static Secret await(Stage stage, String name) {
    return eventually(
            "the Secret " + name + " is there and owned, so that it can go with its owner",
            () -> stage.secret(name))
        .within(stage.patience().settle())
        .every(stage.patience().poll())
        .showing(OwnedSecret::shown)
        .until(secret -> secret.filter(OwnedSecret::isOwned).isPresent())
        .orElseThrow();
  }

  private static boolean isOwned(Secret secret) {
    return !secret.getMetadata().getOwnerReferences().isEmpty();
  }

  private static String shown(Optional<Secret> secret) {
    return secret
        .map(found -> isOwned(found) ? "there and owned" : "there, owned by nothing")
        .orElse("not there");
  }
}
