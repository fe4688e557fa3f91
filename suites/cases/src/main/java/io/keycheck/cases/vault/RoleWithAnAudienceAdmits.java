package io.keycheck.cases.vault;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;

/** Admit a pod whose token carries the audience that the role asks for. */
@Case(
    stores = "vault",
    spec = "3.1, step 11: \"Bind the Vault role to a k8s service\"",
    since = "0.1.0",
    failsWhen = "the class asks for a token of another audience",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "ignore-audience"})
public final class RoleWithAnAudienceAdmits implements Breakable {
  /** An audience that the driver is told to request tokens for. */
  private static final String AUDIENCE = "keycheck-audience";

  @Override
  public void breakBy(Faults faults) {
    faults.blueprint(blueprint -> blueprint.with("audience", "vault"));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample().forAudience(AUDIENCE));
    app.requireStoredBytes();
  }
}
