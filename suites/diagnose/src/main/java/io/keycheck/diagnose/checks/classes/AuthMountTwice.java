package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;

/** Both parameters that name where Vault's login is are set. */
public final class AuthMountTwice implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    if (subject.isOf(Provider.VAULT)
        && subject.resource().parameters().containsKey("vaultKubernetesMountPath")
        && subject.resource().parameters().containsKey("vaultAuthMountPath")) {
      findings.add(
          subject.ref(),
          "vaultKubernetesMountPath is %s, and vaultAuthMountPath is %s."
              .formatted(
                  quoted(subject.parameter("vaultKubernetesMountPath")),
                  quoted(subject.parameter("vaultAuthMountPath"))),
          "The provider takes one of the two, and refuses a class with both.",
          List.of(subject.edit(), "# keep vaultAuthMountPath alone"));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A class for Vault sets vaultKubernetesMountPath and vaultAuthMountPath.",
        "The pod waits; its event FailedMount says \"cannot set both vaultKubernetesMountPath and vaultAuthMountPath\".",
        "Keep one of them.",
        "Vault provider, parameters");
  }
}
