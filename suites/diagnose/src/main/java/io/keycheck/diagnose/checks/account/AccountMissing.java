package io.keycheck.diagnose.checks.account;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** There is no ServiceAccount named like the environment. */
public final class AccountMissing implements Check {
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
        "An environment that uses a secrets store needs a ServiceAccount of exactly its "
            + "internal name, in its namespace.",
        "Event FailedCreate at the ReplicaSet with \"error looking up service account\"; no pod "
            + "is made at all.",
        "Create the account with its annotation, or give it its right name.",
        "The document, section 2, step 3, and section 4");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<String> refused = refused(view);
    boolean missing =
        refused.isPresent() || StoreUse.of(view) && view.account().orUnknown().isEmpty();
    if (missing && !view.account().orElse(Optional.empty()).isPresent()) {
      String namespace = Shell.quote(view.namespace());
      String name = Shell.quote(view.environment());
      String near = near(view).map(" There is one named \"%s\"."::formatted).orElse("");
      findings.add(
          view.refOf(Kind.SERVICE_ACCOUNT),
          refused.orElse(
                  "No ServiceAccount \"%s\" is in the namespace.".formatted(view.environment()))
              + near,
          "The environment's pods run as the account of its internal name, and the store lets in"
              + " that account alone.",
          List.of(
              "kubectl -n %s create serviceaccount %s".formatted(namespace, name),
              AccountNotAnnotated.annotate(view)));
    }
  }

  private static Optional<String> refused(View view) {
    return view.workloads().stream()
        .flatMap(workload -> view.refusals(workload).stream())
        .filter(message -> message.contains("error looking up service account"))
        .filter(message -> message.contains("/" + view.environment() + ":"))
        .map(OneLine::of)
        .findFirst();
  }

  private static Optional<String> near(View view) {
    return view.snapshot().in(view.namespace(), Kind.SERVICE_ACCOUNT).orElse(List.of()).stream()
        .map(account -> account.meta().name())
        .filter(
            name ->
                Spelling.near(name, view.environment())
                    || name.startsWith(view.environment() + "-"))
        .findFirst();
  }

  @Override
  public Set<String> explains() {
    return Set.of("role-arn-missing");
  }
}
