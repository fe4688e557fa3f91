package io.keycheck.diagnose.checks.app;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The MendixApp names storage plans beside the secrets store. */
public final class StoragePlanUsed implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.APP;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "spec.database.servicePlan or spec.storage.servicePlan is set, and an environment "
            + "cannot have its credentials from plans and from a store.",
        "The two fields of the MendixApp.",
        "Leave the plans out, or do without the store.",
        "The document, section 4");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<MendixApp> app = view.app().orUnknown();
    if (app.isEmpty() || !StoreUse.of(view)) {
      return;
    }
    List<String> saw = new ArrayList<>();
    List<String> patch = new ArrayList<>();
    if (!app.get().databasePlan().isEmpty()) {
      saw.add(
          "spec.database.servicePlan is \"%s\".".formatted(OneLine.of(app.get().databasePlan())));
      patch.add("\"database\":{\"servicePlan\":null}");
    }
    if (!app.get().storagePlan().isEmpty()) {
      saw.add("spec.storage.servicePlan is \"%s\".".formatted(OneLine.of(app.get().storagePlan())));
      patch.add("\"storage\":{\"servicePlan\":null}");
    }
    if (!saw.isEmpty()) {
      findings.add(
          view.refOf(Kind.MENDIX_APP),
          String.join(" ", saw),
          "Storage plans and a secrets store exclude each other.",
          List.of(
              "# If the credentials of the store are the ones that count:",
              "kubectl -n %s patch mendixapp %s --type merge -p %s"
                  .formatted(
                      Shell.quote(view.namespace()),
                      Shell.quote(view.environment()),
                      Shell.quote("{\"spec\":{%s}}".formatted(String.join(",", patch))))));
    }
  }
}
