package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.List;

/** The auth method has no role of the name that the class gives. */
public final class VaultRoleUnknown implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_ROLE_UNKNOWN;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "roleName names a role that the auth method at that mount does not have.",
        "FailedMount with \"Code: 400\" and \"invalid role name\" at a login.",
        "Write the role as step 11 of section 3.1 says, or name in roleName one that is there; a role of another mount does not count.",
        "The document, section 3.1, step 11; vault-plugin-auth-kubernetes, path_login.go");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    String given = failure.parameter("roleName");
    String differs =
        given.isEmpty() || given.equals(vault.role())
            ? ""
            : " The class now says \"%s\".".formatted(given);
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "Vault has no role \"%s\" at auth/%s, so nobody can log in with it.%s"
            .formatted(OneLine.of(vault.role()), OneLine.of(vault.mount()), differs),
        List.of(
            vault.line("list", "auth/%s/role".formatted(vault.mount())),
            "# Either name one that is there:",
            ClassLines.set(failure, "roleName", "<role>"),
            "# or make it:",
            vault.line(
                "write",
                vault.rolePath(),
                "bound_service_account_names=" + failure.pod().account(),
                "bound_service_account_namespaces=" + failure.pod().meta().namespace(),
                "policies=<policy>")));
  }
}
