package io.keycheck.cases.aws;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.util.regex.Pattern;

/** Refuse a class that gives one file name to two keys. */
@Case(
    stores = "aws",
    level = Level.EXTENDED,
    spec = "3.2, step 11: \"Do not modify objectAlias\"",
    since = "0.1.0",
    failsWhen = "the provider lets the last one count",
    refused = true,
    notices = {"vague-errors", "aws:duplicates-allowed"})
public final class AliasThatIsThereTwiceIsRefused implements Breakable {
  private static final Pattern TWICE =
      Pattern.compile(
          "Name already in use for objectAlias: found duplicate object alias database-name in JMES path entry");

  @Override
  public void breakBy(Faults faults) {
    faults.provider("duplicates-allowed");
  }

  @Promise
  void holds(Stage stage) {
    Blueprint sample = stage.sample();
    String secret = sample.entries().get(0).secret();
    Environment app =
        stage.start(sample.mappingAlso(Entry.of("database-name", secret).from("database-host")));
    stage.note("the refusal", app.awaitRefused(TWICE));
  }
}
