package io.keycheck.cases.vault;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.VaultSample;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Moment;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.VaultStore;
import io.keycheck.reports.Level;
import java.util.regex.Pattern;

/**
 * Show that the reviewer's token of the document's step 6 is bound to the pod it was read from:
 * when that pod is replaced, every later login is refused, with a bare 403 that names no reason.
 */
@Case(
    stores = "vault",
    level = Level.EXTENDED,
    spec =
        "3.1, step 6: token_reviewer_jwt=\"$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)\"",
    since = "0.1.0",
    failsWhen = "Vault is given a reviewer's token that is bound to no pod",
    notices = {"any-account", "vague-errors"},
    makes = Makes.DOCUMENT_SAMPLE,
    needs = {Need.VAULT_AUTH_MOUNT, Need.VAULT_KV_ONE})
public final class ReviewerTokenDiesWithItsPod implements Breakable {
  private static final Pattern LOGIN_DENIED =
      Pattern.compile(
          "failed to login: Error making API request.*/login\\s+Code: 403\\. Errors:\\s+\\* permission denied",
          Pattern.DOTALL);

  @Override
  public void breakBy(Faults faults) {
    faults.at(Moment.RUNNING, VaultSample::giveLastingReviewer);
  }

  @Promise
  void holds(Stage stage) {
    VaultSample sample = VaultSample.asWritten(stage, VaultStore.KV1);
    Environment app =
        stage.start(sample.provision(text -> text.replace("\"torage-", "\"storage-")));
    app.awaitReady();
    stage.reached(Moment.RUNNING, app);
    sample.deleteReviewerPod();
    app.restart();
    stage.note("the refusal", app.awaitRefused(LOGIN_DENIED));
  }
}
