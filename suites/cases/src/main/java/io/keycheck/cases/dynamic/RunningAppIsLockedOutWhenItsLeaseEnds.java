package io.keycheck.cases.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Login;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;

/**
 * Refuse new connections of an app that runs on, once the lease of the pair that it read has ended;
 * a new pair that logs in is mounted by then.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the lease is renewed while the app runs",
    notices = {
      "add-newline",
      "stale",
      "piecemeal",
      "runtime-applies-all",
      "operator-attaches-no-account"
    },
    needs = Need.OPERATOR_STAND_IN)
public final class RunningAppIsLockedOutWhenItsLeaseEnds implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.RUNNING, (stage, app) -> stage.lab().database().renew(app.blueprint().role()));
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Dynamic.start(stage, Dynamic.SHORT_LEASE);
    String user = Dynamic.requireLetIn(app);
    Login refused = Dynamic.awaitRefused(stage, app);
    stage.note("how the database refuses the old pair", "SQLSTATE " + refused.sqlState());
    Login mounted = app.logInWithMounted(app.environment().pod());
    assertThat(mounted)
        .as("a login with what is mounted by then")
        .matches(Login::succeeded, "let in");
    assertThat(mounted.user()).as("the digest of its user").isNotEqualTo(user);
  }
}
