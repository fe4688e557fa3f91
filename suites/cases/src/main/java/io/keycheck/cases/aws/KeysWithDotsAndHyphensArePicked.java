package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.util.List;

/**
 * Pick keys whose names hold dots and hyphens, which a jmesPath without its inner quotes would take
 * for operators.
 */
@Case(
    stores = "aws",
    spec = "3.2, step 11: path: '\"database-type\"'",
    since = "0.1.0",
    failsWhen = "the provider reads a quoted path as if it were not quoted",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"})
public final class KeysWithDotsAndHyphensArePicked implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("jmespath-ignores-quotes");
  }

  @Promise
  void holds(Stage stage) {
    String constant = "mx-const-MyFirstModule.MyConstant";
    Blueprint sample = stage.sample();
    String secret = sample.entries().get(0).secret();
    Environment app =
        stage.startAndAwait(
            sample
                .storing(secret, constant, SecretText.random(32))
                .mapping(List.of(Entry.of(constant, secret), Entry.of("database-type", secret))));
    app.requireStoredBytes();
  }
}
