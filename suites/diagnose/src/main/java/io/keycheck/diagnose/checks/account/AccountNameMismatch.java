package io.keycheck.diagnose.checks.account;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.StoreUse;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pod runs as an account that is not named like the environment. */
public final class AccountNameMismatch implements Check {
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
        "The pods run as another ServiceAccount than the one of the environment's internal "
            + "name, so the store sees somebody else.",
        "spec.serviceAccountName of the pod; Vault says \"service account name not authorized\", "
            + "AWS hides it behind \"Failed to fetch secret from all regions\".",
        "Name the account like the environment, and let the pods run as it.",
        "The document, section 2, step 3, and section 4");
  }

  @Override
  public void look(View view, Findings findings) {
    List<Pod> pods = view.judgedPods().orUnknown();
    Optional<Pod> other =
        pods.stream().filter(pod -> !account(pod).equals(view.environment())).findFirst();
    if (other.isPresent() && StoreUse.of(view)) {
      String account = OneLine.of(account(other.get()));
      findings.add(
          view.refOf(other.get()),
          "It runs as the ServiceAccount \"%s\".".formatted(account),
          "The store lets in the account \"%s\", which is named like the MendixApp; the pod is"
                  .formatted(view.environment())
              + " another one to it.",
          remedy(view, account));
    }
  }

  private static List<String> remedy(View view, String account) {
    String restart = "# The Operator then lets the pods run as it; restart the environment.";
    if (view.account().orElse(Optional.empty()).isPresent()) {
      return List.of(
          "# The account of the environment's name is there; see that it is marked:",
          AccountNotAnnotated.annotate(view),
          restart);
    }
    return List.of(
        "kubectl -n %s get serviceaccount %s -o yaml"
            .formatted(Shell.quote(view.namespace()), Shell.quote(account)),
        "# Make the account that has the environment's name, with what the other one has:",
        "kubectl -n %s create serviceaccount %s"
            .formatted(Shell.quote(view.namespace()), Shell.quote(view.environment())),
        AccountNotAnnotated.annotate(view),
        restart);
  }

  private static String account(Pod pod) {
    return pod.account().isEmpty() ? "default" : pod.account();
  }

  @Override
  public Set<String> explains() {
    return Set.of("account-missing", "vault-account-not-bound");
  }
}
