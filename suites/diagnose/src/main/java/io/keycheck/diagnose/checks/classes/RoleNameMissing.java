package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The class names no role to log in to Vault with. */
public final class RoleNameMissing implements ClassCheck {
  private static final String NAME = "roleName";

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    if (!subject.isOf(Provider.VAULT) || !subject.parameter(NAME).isBlank()) {
      return;
    }
    Set<String> names = subject.resource().parameters().keySet();
    Optional<String> instead =
        Spelling.nearest(NAME, names)
            .or(() -> names.stream().filter(List.of("role", "vaultRole")::contains).findFirst())
            .filter(name -> !name.equals(NAME));
    findings.add(
        subject.ref(),
        "parameters.%s is %s%s."
            .formatted(
                NAME,
                names.contains(NAME) ? "empty" : "absent",
                instead.map(name -> "; there is " + quoted(name)).orElse("")),
        "The provider logs in to Vault with this role, and refuses a class without one.",
        List.of(
            "# the roles that there are:",
            "vault list auth/kubernetes/role",
            subject.set(NAME, instead.map(subject::parameter).map(Words::cut).orElse("ROLE"))));
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A class for Vault lacks parameters.roleName.",
        "The pod waits; its event FailedMount says \"missing 'roleName' in SecretProviderClass"
            + " definition\".",
        "Name the role that is bound to the environment's ServiceAccount.",
        "The document, section 3.1, steps 11 and 13; Vault provider, validation of parameters");
  }
}
