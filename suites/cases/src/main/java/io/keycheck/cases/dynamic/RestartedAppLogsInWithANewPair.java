package io.keycheck.cases.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;

/** Let an app whose lease has ended into the database again with a restart, as another user. */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the pair that it read first",
    notices = {
      "add-newline",
      "stale",
      "piecemeal",
      "runtime-applies-all",
      "operator-attaches-no-account"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class RestartedAppLogsInWithANewPair implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Dynamic.start(stage, Dynamic.SHORT_LEASE);
    String user = Dynamic.requireLetIn(app);
    Dynamic.awaitRefused(stage, app);
    app.environment().restart();
    app.environment().awaitReady();
    assertThat(Dynamic.requireLetIn(app))
        .as("the digest of the user after the restart")
        .isNotEqualTo(user);
  }
}
