package io.keycheck.cases.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.util.List;

/**
 * Let an app into a real database by JDBC, with a user and a password that Vault made when they
 * were mounted.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"Dynamic secrets in HashiCorp Vault are supported - from the app environment, they are identical to regular secrets.\"",
    since = "0.1.0",
    failsWhen = "the lease of the pair is revoked before the app logs in",
    notices = {"add-newline", "operator-attaches-no-account"},
    needs = Need.OPERATOR_STAND_IN)
public final class DynamicPairLogsIntoTheDatabase implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.RUNNING, (stage, app) -> stage.lab().database().revoke(app.blueprint().role()));
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Dynamic.start(stage, Dynamic.LONG_LEASE);
    // A runtime that takes up each new pair at once may do so between two of these questions.
    String before = user(app);
    String seen = Dynamic.requireLetIn(app);
    assertThat(List.of(before, user(app)))
        .as("the digests of what the app read, before and after; the database sees " + seen)
        .contains(seen);
  }

  private static String user(OperatedApp app) {
    return app.settings().byKey().get("database-username").digest();
  }
}
