package io.keycheck.diagnose.checks.app;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;

/** The MendixApp does not allow the store to override its secrets. */
public final class OverrideNotAllowed implements Check {
  private static final String FIELD = io.keycheck.contract.MendixApp.OVERRIDE_FIELD;

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
        "spec.allowOverrideSecretsWithSecretStoreCSIDriver of the MendixApp is not true, so "
            + "what the store holds is not used.",
        "No event tells; the app runs with the credentials of the MendixApp, or has none.",
        "Set the field to true.",
        "The document, section 3.1, step 14, and section 4");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<MendixApp> app = view.app().orUnknown();
    if (app.isEmpty() || app.get().override() == Flag.TRUE || !StoreUse.of(view)) {
      return;
    }
    String saw =
        switch (app.get().override()) {
          case ABSENT -> "spec.%s is not set.";
          case FALSE -> "spec.%s is false.";
          default -> "spec.%s is no boolean; quotes make a text of it.";
        };
    findings.add(
        view.refOf(Kind.MENDIX_APP),
        saw.formatted(FIELD),
        "Only where it is true does the environment take its secrets from the store.",
        List.of(
            "kubectl -n %s patch mendixapp %s --type merge -p %s"
                .formatted(
                    Shell.quote(view.namespace()),
                    Shell.quote(view.environment()),
                    Shell.quote("{\"spec\":{\"%s\":true}}".formatted(FIELD)))));
  }
}
