package io.keycheck.cases.dynamic;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.DriverOfOurs;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Login;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Refreshes;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Make one pair for a pod where the driver is installed as the document does, without rotation:
 * nobody renews it, what is mounted is refused when its lease has ended, and the pod that a restart
 * makes gets another.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"If a secret is rotated or updated, the app should be restarted to use new credentials.\"",
    since = "0.1.0",
    failsWhen = "the driver does rotate",
    notices = {"add-newline", "stale", "piecemeal", "operator-attaches-no-account"},
    needs = {Need.OPERATOR_STAND_IN, Need.OWN_DRIVER})
@Isolated("rotation is asked for by the one CSIDriver of all cases")
public final class WithoutRotationTheMountedPairEndsWithItsLease implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.RUNNING, (stage, app) -> Refreshes.on(stage));
  }

  @Promise
  void holds(Stage stage) {
    DriverOfOurs.require(stage);
    Refreshes.off(stage);
    OperatedApp app = Dynamic.start(stage, Dynamic.SHORT_LEASE);
    String user = Dynamic.requireLetIn(app);
    Pod pod = app.environment().pod();
    eventually(
            "the lease of the pair has ended",
            () -> stage.lab().database().leases(app.environment().blueprint().role()))
        .within(Dynamic.SHORT_LEASE.plus(stage.patience().rotate()))
        .every(stage.patience().poll())
        .showing(leases -> leases.size() + " leases")
        .until(List::isEmpty);
    Login mounted = app.logInWithMounted(pod);
    assertThat(mounted.user()).as("the digest of the user that is mounted").isEqualTo(user);
    assertThat(mounted).as("a login with what is mounted").matches(Login::refused, "refused");
    app.environment().restart();
    app.environment().awaitReady();
    assertThat(Dynamic.requireLetIn(app))
        .as("the digest of the user after the restart")
        .isNotEqualTo(user);
  }
}
