package io.keycheck.cases.dynamic;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.keycheck.cases.Operated;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Login;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import java.time.Duration;

/** Environments whose user and password of the database are made by Vault for the moment. */
final class Dynamic {
  /** Longer than any case takes. */
  static final Duration LONG_LEASE = Duration.ofMinutes(30);

  /** Long enough for an app to start and log in on a busy machine, and worth waiting for. */
  static final Duration SHORT_LEASE = Duration.ofSeconds(20);

  private Dynamic() {}

  /** The document's sample with such a pair, and the role that makes it. */
  static Blueprint sample(Stage stage, Duration lease) {
    Blueprint sample = stage.lab().database().dynamic(stage.sample());
    stage.lab().database().offer(sample.role(), lease, stage.ledger());
    return sample;
  }

  /** Start its app and wait until it runs. */
  static OperatedApp start(Stage stage, Duration lease) {
    return Operated.start(stage, sample(stage, lease), MendixSettings.ofDocument());
  }

  /** Require that an app that runs logs in; the answer is the digest of its user. */
  static String requireLetIn(OperatedApp app) {
    Login login = app.logIn();
    if (!login.succeeded()) {
      throw new AssertionError(
          "expected: the database lets the app in with the pair that it read; seen: " + login);
    }
    return login.user();
  }

  /** Wait until the database refuses the pair that an app runs on. */
  static Login awaitRefused(Stage stage, OperatedApp app) {
    return eventually("the database refuses the pair that the app runs on", app::logIn)
        .within(SHORT_LEASE.plus(stage.patience().rotate()))
        .every(stage.patience().poll())
        .until(Login::refused);
  }
}
