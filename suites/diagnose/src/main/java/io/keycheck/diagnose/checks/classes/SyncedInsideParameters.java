package io.keycheck.diagnose.checks.classes;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;

/** What is to be synced stands where nobody looks. */
public final class SyncedInsideParameters implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    if (subject.resource().parameters().containsKey("secretObjects")) {
      findings.add(
          subject.ref(),
          "secretObjects stands within spec.parameters.",
          "The driver looks for it beside parameters, and makes no Secret of this one.",
          List.of(
              subject.edit(),
              "# move secretObjects two columns to the left, to spec.secretObjects"));
    }
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "secretObjects is indented too far: it is a parameter, where it should be a field of spec.",
        "The volume is mounted, no Secret is made, and nothing says so.",
        "Move it beside parameters.",
        "Secrets Store CSI driver, sync as Kubernetes Secret");
  }
}
