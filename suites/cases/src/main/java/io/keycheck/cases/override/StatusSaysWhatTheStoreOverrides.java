package io.keycheck.cases.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.AppStatus;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/** Say in the MendixApp's status what came from the store: database, storage, and nothing more. */
@Case(
    spec = "3.1, step 14: \"Create an app with the secret store enabled.\"",
    since = "0.1.0",
    failsWhen = "the status says that all came from the store",
    notices = {"operator-attaches-no-account", "operator-claims-store"},
    needs = Need.OPERATOR_STAND_IN)
public final class StatusSaysWhatTheStoreOverrides implements Breakable {
  private static final String PASSWORD = "mx-admin-password";

  @Override
  public void breakBy(Faults faults) {
    faults.app("operator-claims-store");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample =
        stage.sample().notStoring(PASSWORD).mappingOnly(file -> !file.equals(PASSWORD));
    OperatedApp app =
        Operated.start(
            stage, sample, MendixSettings.ofDocument().withAdminPassword(SecretText.random(32)));
    AppStatus status =
        app.awaitStatus(
            "that database and storage came from the store",
            seen -> seen.isAccepted() && seen.attached() && seen.database() && seen.storage());
    assertThat(status.settings()).as("the other settings that came from the store").isEmpty();
  }
}
