package io.keycheck.diagnose.checks.app;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import java.util.List;

/** The environment uses no secrets store. */
public final class StoreNotUsed implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.INFO;
  }

  @Override
  public Link.Part part() {
    return Link.Part.APP;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Nothing shows that the environment gets secrets from a store: the normal case, with "
            + "storage plans.",
        "No override flag, no class or account of its name or annotated for it, no Secrets "
            + "Store volume.",
        "Nothing has to be mended. To use a store, follow the document from section 2 on.",
        "The document, sections 1 and 4");
  }

  @Override
  public void look(View view, Findings findings) {
    if (!StoreUse.of(view)) {
      findings.add(
          view.refOf(Kind.MENDIX_APP),
          "No override flag, no class and no account of its name, no Secrets Store volume.",
          "The environment gets its credentials from storage plans or its MendixApp; no other check"
              + " applies.",
          List.of());
    }
  }
}
