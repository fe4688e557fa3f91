package io.keycheck.cases.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.AwsStore;
import io.keycheck.reports.secrecy.SecretText;
import java.util.Map;
import java.util.TreeMap;

/** Mount the same keys where the class names the secret by its ARN. */
@Case(
    stores = "aws",
    spec = "3.2, step 5: \"Open the secret and copy the Secret name and Secret ARN.\"",
    since = "0.1.0",
    failsWhen = "the provider leaves one file out",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"})
public final class SecretByArnMountsTheSame implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("key-left-out");
  }

  @Promise
  void holds(Stage stage) {
    AwsStore aws = stage.lab().aws();
    Blueprint sample = stage.asFaultsHaveIt(stage.sample());
    stage.lab().plant(sample.expectedFiles().values());
    aws.provision(sample, stage.ledger());
    String secret = sample.entries().get(0).secret();
    String arn = aws.secretArn(sample, secret);
    Environment app =
        stage.start(
            stage.attach(sample.with("objects", AwsStore.objects(sample).replace(secret, arn))));
    app.awaitReady();
    Map<String, SecretText> expected = new TreeMap<>(app.expectedFiles());
    expected.put(AwsStore.wholeFile(arn), expected.remove(AwsStore.wholeFile(secret)));
    assertThat(app.files().differencesFrom(expected, stage.runKey()))
        .as("differences between the mounted files and the stored values")
        .isEmpty();
  }
}
