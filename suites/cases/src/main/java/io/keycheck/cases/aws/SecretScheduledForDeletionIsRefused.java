package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import java.util.regex.Pattern;

/** Refuse a secret that is marked for deletion, and say so. */
@Case(
    stores = "aws",
    spec = "3.2, step 4: \"Follow the wizard to complete the secret creation process.\"",
    since = "0.1.0",
    failsWhen = "the mark is taken back",
    refused = true,
    notices = {"vague-errors"})
public final class SecretScheduledForDeletionIsRefused implements Breakable {
  private static final Pattern MARKED =
      Pattern.compile(
          "InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion\\.");

  @Override
  public void breakBy(Faults faults) {
    faults.at(
        Moment.DISTURBED,
        (stage, app) ->
            stage.lab().aws().restore(app.blueprint(), app.blueprint().entries().get(0).secret()));
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.provision(stage.sample());
    stage.lab().aws().scheduleDeletion(app.blueprint(), app.blueprint().entries().get(0).secret());
    stage.reached(Moment.DISTURBED, app);
    stage.start(app);
    stage.note("the refusal", app.awaitRefused(MARKED));
  }
}
