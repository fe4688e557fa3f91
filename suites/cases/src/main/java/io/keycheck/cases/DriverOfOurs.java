package io.keycheck.cases;

import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Reason;

/** Change the driver itself, where that is the kit's own; skip elsewhere. */
public final class DriverOfOurs {
  private DriverOfOurs() {}

  /** Skip where the driver serves others too. */
  public static void require(Stage stage) {
    if (!stage.lab().cluster().ours()) {
      throw new Skip(
          new Reason(
              "driver-not-ours",
              "The driver of an adopted cluster serves others too, and is not changed or"
                  + " restarted."));
    }
  }
}
