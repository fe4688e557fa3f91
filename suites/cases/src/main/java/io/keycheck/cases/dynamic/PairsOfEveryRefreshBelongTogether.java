package io.keycheck.cases.dynamic;

import static io.keycheck.lab.wait.Eventually.eventually;

import io.fabric8.kubernetes.api.model.Pod;
import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Let whoever reads the mount into the database at any time, while one pair follows another: user
 * and password are never of two.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"Dynamic secrets in HashiCorp Vault are supported - from the app environment, they are identical to regular secrets.\"",
    since = "0.1.0",
    failsWhen = "the provider refreshes every second file a mount later than the others",
    notices = {"add-newline", "stale", "piecemeal", "operator-attaches-no-account"},
    needs = Need.OPERATOR_STAND_IN)
public final class PairsOfEveryRefreshBelongTogether implements Breakable {
  private static final int PAIRS = 4;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("piecemeal");
  }

  @Promise
  void holds(Stage stage) {
    OperatedApp app = Dynamic.start(stage, Dynamic.LONG_LEASE);
    Pod pod = app.environment().pod();
    Set<String> users = new TreeSet<>();
    eventually(
            "the mount has had " + PAIRS + " pairs, each let in", () -> app.logInWithMounted(pod))
        .within(stage.patience().rotate())
        .every(stage.patience().poll())
        .unless(
            login ->
                login.succeeded()
                    ? Optional.empty()
                    : Optional.of("what is mounted is no pair that the database lets in"))
        .until(
            login -> {
              users.add(login.user());
              return users.size() == PAIRS;
            });
  }
}
