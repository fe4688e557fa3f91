package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;
import io.keycheck.reports.secrecy.SecretText;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuse a key whose value is a number or a truth value in the secret's JSON, and say why in the
 * provider's log, which names the key and not its secret.
 */
@Case(
    stores = "aws",
    spec = "3.2, step 11: path: '\"storage-perform-delete\"'",
    since = "0.1.0",
    failsWhen = "the provider mounts whatever it finds",
    refused = true,
    notices = {"vague-errors", "partial", "aws:accepts-numbers", "aws:jmespath-ignores-quotes"},
    needs = Need.AWS_PROVIDER_LOG,
    makes = Makes.NEIGHBOUR)
public final class NumberInPlaceOfTextIsRefused implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("accepts-numbers");
  }

  @Promise
  void holds(Stage stage) {
    refused(stage, stage.sample(), "storage-perform-delete");
    refused(
        stage,
        stage.sample("env2").storing("database-password", SecretText.of("4815162342")),
        "database-password");
  }

  private static void refused(Stage stage, Blueprint sample, String key) {
    Environment app = stage.provision(sample);
    String secret = app.blueprint().entries().get(0).secret();
    stage.lab().aws().putLiterally(app.blueprint(), secret, Set.of(key));
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(stage.store().refusal(Refusal.RIGHTS)));
    stage.awaitLoggedByAwsProvider(
        Pattern.quote(
            "Invalid JMES search result type for path:\"" + key + "\". Only string is allowed."));
  }
}
