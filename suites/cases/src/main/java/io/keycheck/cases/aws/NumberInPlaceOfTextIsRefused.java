package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuse a key whose value is a number or a truth value in the secret's JSON, and say why in the
 * provider's log.
 */
@Case(
    stores = "aws",
    spec = "3.2, step 11: path: '\"storage-perform-delete\"'",
    since = "0.1.0",
    failsWhen = "the provider mounts whatever it finds",
    refused = true,
    notices = {"vague-errors", "partial", "aws:accepts-numbers", "aws:jmespath-ignores-quotes"})
public final class NumberInPlaceOfTextIsRefused implements Breakable {
  private static final String TRUTH = "storage-perform-delete";
  private static final Pattern REASON =
      Pattern.compile(
          "Invalid JMES search result type for path:\"storage-perform-delete\"\\. Only string is allowed\\.");

  @Override
  public void breakBy(Faults faults) {
    faults.provider("accepts-numbers");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.provision(stage.sample());
    stage
        .lab()
        .aws()
        .putLiterally(app.blueprint(), app.blueprint().entries().get(0).secret(), Set.of(TRUTH));
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(stage.store().refusal(Refusal.RIGHTS)));
    stage.note("the provider's log", stage.awaitLoggedByAwsProvider(REASON));
  }
}
