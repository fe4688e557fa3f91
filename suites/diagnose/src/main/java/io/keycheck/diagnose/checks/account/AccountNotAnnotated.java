package io.keycheck.diagnose.checks.account;

import io.keycheck.contract.Environment;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;

/** The ServiceAccount is not marked as an environment's. */
public final class AccountNotAnnotated implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.POD;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The ServiceAccount named like the environment lacks the annotation "
            + "privatecloud.mendix.com/environment-account with exactly the text \"true\".",
        "No event tells; the Operator does not use an account that is not marked.",
        "Annotate the account.",
        "The document, section 2, step 3");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<ServiceAccount> account = view.account().orUnknown();
    if (account.isEmpty() || !StoreUse.of(view)) {
      return;
    }
    String value = account.get().meta().annotations().get(Environment.ACCOUNT_ANNOTATION);
    if (!Environment.ANNOTATION_VALUE.equals(value)) {
      findings.add(
          view.refOf(Kind.SERVICE_ACCOUNT),
          value == null
              ? "It has no annotation %s.".formatted(Environment.ACCOUNT_ANNOTATION)
                  + near(account.get())
              : "Its annotation %s is \"%s\"."
                  .formatted(Environment.ACCOUNT_ANNOTATION, OneLine.of(value)),
          "Only an account that is marked with exactly \"true\" may be used by the environment of"
              + " its name.",
          List.of(annotate(view)));
    }
  }

  private static String near(ServiceAccount account) {
    return Spelling.nearest(Environment.ACCOUNT_ANNOTATION, account.meta().annotations().keySet())
        .map(name -> " It has \"%s\".".formatted(OneLine.of(name)))
        .orElse("");
  }

  static String annotate(View view) {
    return "kubectl -n %s annotate serviceaccount %s --overwrite %s=%s"
        .formatted(
            Shell.quote(view.namespace()),
            Shell.quote(view.environment()),
            Environment.ACCOUNT_ANNOTATION,
            Environment.ANNOTATION_VALUE);
  }
}
