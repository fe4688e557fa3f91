package io.keycheck.cases.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Makes;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.sample.DocumentSample;
import io.keycheck.lab.sample.SampleStep;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import java.util.stream.IntStream;

/**
 * Take every step of the document's sample, corrected where the document's own does not work, and
 * mount the files that it promises. What is corrected is in the evidence.
 */
@Case(
    spec =
        "3 Sample Implementations: \"The following sections outline the process of implementing an external secret store with Vault and with AWS.\"",
    since = "0.1.0",
    failsWhen = "the provider hands over other bytes",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"},
    makes = Makes.DOCUMENT_SAMPLE,
    needs = Need.VAULT_AUTH_MOUNT)
public final class CorrectedSampleMountsTheStoredBytes implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("wrong-bytes");
  }

  @Promise
  void holds(Stage stage) {
    DocumentSample sample = DocumentSample.corrected(stage);
    assertThat(sample.steps())
        .extracting(SampleStep::number)
        .as("the document's numbers")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, sample.steps().size()).boxed().toList());
    sample.takeAllSteps().awaitReady().requireStoredBytes();
  }
}
