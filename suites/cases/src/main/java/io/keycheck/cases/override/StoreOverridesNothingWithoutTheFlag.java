package io.keycheck.cases.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Operated;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.EffectiveSettings;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.OperatedApp;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/**
 * Attach nothing and override nothing where the MendixApp's flag is false: the app runs on what
 * MendixApp and plans say, though account, class and secrets are there.
 */
@Case(
    spec =
        "3.1, step 14: \"you must set the value of the allowOverrideSecretsWithSecretStoreCSIDriver setting to true\"",
    since = "0.1.0",
    failsWhen = "the Operator attaches account and class whatever the flag says",
    mounts = false,
    notices = {"operator-ignores-flag", "operator-claims-store"},
    needs = Need.OPERATOR_STAND_IN)
public final class StoreOverridesNothingWithoutTheFlag implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.app("operator-ignores-flag");
  }

  @Promise
  void holds(Stage stage) {
    SecretText password = SecretText.random(32);
    OperatedApp app =
        Operated.start(
            stage,
            stage.sample(),
            MendixSettings.ofDocument()
                .withoutSecretsStore()
                .withPlans()
                .withAdminPassword(password));
    assertThat(app.environment().pod().getSpec().getVolumes())
        .as("the volumes of the driver")
        .allMatch(volume -> volume.getCsi() == null);
    EffectiveSettings settings = app.settings();
    assertThat(settings.byKey())
        .as("the settings in effect")
        .containsKeys("database-jdbc-url", "storage-endpoint")
        .allSatisfy((key, setting) -> assertThat(setting).hasToString("from the mendix-app"));
    assertThat(settings.has("mx-admin-password", password, stage.runKey()))
        .as("whether the password of MxAdmin is the MendixApp's")
        .isTrue();
    assertThat(app.status().attached()).as("whether the status says attached").isFalse();
  }
}
