package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.snapshot.SyncedSecret;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;

/** An entry of secretObjects lacks what a Secret needs. */
public final class SyncIncomplete implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    for (SyncedSecret synced : subject.resource().synced()) {
      List<String> lacking = lacking(synced);
      if (!lacking.isEmpty()) {
        findings.add(
            subject.ref(),
            "secretObjects %s lacks %s."
                .formatted(quoted(synced.secretName()), Words.list(lacking)),
            "The driver makes no Secret of it.",
            List.of(subject.edit(), "# secretObjects: add " + Words.list(lacking)));
      }
    }
  }

  private static List<String> lacking(SyncedSecret synced) {
    List<String> lacking = new ArrayList<>();
    if (synced.secretName().isBlank()) {
      lacking.add("secretName");
    }
    if (synced.type().isBlank()) {
      lacking.add("type");
    }
    if (synced.data().isEmpty()) {
      lacking.add("data");
    }
    if (synced.data().stream().anyMatch(datum -> datum.key().isBlank())) {
      lacking.add("data[].key");
    }
    if (synced.data().stream().anyMatch(datum -> datum.objectName().isBlank())) {
      lacking.add("data[].objectName");
    }
    return lacking;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "secretObjects lacks the name, type or data of a Secret.",
        "The volume is mounted; the driver's log says \"secret name is empty\", \"secret type is empty\" or \"data is empty\".",
        "Add what is named.",
        "Secrets Store CSI driver, sync as Kubernetes Secret");
  }
}
