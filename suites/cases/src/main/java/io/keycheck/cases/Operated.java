package io.keycheck.cases;

import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;

/**
 * Hand environments to the Operator's stand-in, for cases that look inside an app; skip those where
 * it does not serve, be it for a real Operator that does.
 */
public final class Operated {
  private Operated() {}

  /** Provision an environment and hand it over; its pods are not awaited. */
  public static OperatedApp handOver(Stage stage, Blueprint blueprint, MendixSettings settings) {
    stage
        .lab()
        .operatorAbsence()
        .ifPresent(
            why -> {
              throw new Skip(why);
            });
    return stage.operate(stage.provision(blueprint), settings);
  }

  /** Provision an environment, hand it over and wait until its app runs. */
  public static OperatedApp start(Stage stage, Blueprint blueprint, MendixSettings settings) {
    OperatedApp app = handOver(stage, blueprint, settings);
    app.environment().awaitReady();
    stage.reached(Moment.RUNNING, app.environment());
    return app;
  }
}
