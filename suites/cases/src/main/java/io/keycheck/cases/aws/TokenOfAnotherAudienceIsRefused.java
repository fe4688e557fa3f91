package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Grant;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;
import java.util.Optional;

/**
 * Refuse a role that trusts the environment's ServiceAccount with tokens of another audience only.
 */
@Case(
    stores = "aws",
    spec =
        "2, step 5: \"It usually involves allowing the Kubernetes ServiceAccount to access specific keys in Vault or in AWS console.\"",
    since = "0.1.0",
    failsWhen = "the role trusts tokens for AWS after all",
    refused = true,
    notices = {"any-account", "vague-errors"},
    needs = Need.AWS_PROVIDER_LOG)
public final class TokenOfAnotherAudienceIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(
        blueprint ->
            blueprint.granting(
                new Grant(blueprint.name(), blueprint.namespace(), Optional.empty())));
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    Environment app =
        stage.start(
            sample.granting(
                new Grant(sample.name(), sample.namespace(), Optional.of("keycheck-audience"))));
    stage.awaitRefused(app, Refusal.ACCOUNT);
  }
}
