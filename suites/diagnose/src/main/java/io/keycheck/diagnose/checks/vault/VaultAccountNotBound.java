package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.List;

/** The Vault role does not admit the pod's account. */
public final class VaultAccountNotBound implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_ACCOUNT_NOT_BOUND;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The role is there, and its bound_service_account_names lacks the account that the pod runs as.",
        "FailedMount with \"Code: 403\" and \"service account name not authorized\" at a login.",
        "Add the account to bound_service_account_names; the account is named like the environment.",
        "The document, section 3.1, step 11; vault-plugin-auth-kubernetes, path_login.go");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    findings.add(
        failure.podRef(),
        failure.text().quoted(),
        "The pod runs as the account \"%s\", which the role \"%s\" does not admit; the role and the token were right so far."
            .formatted(OneLine.of(failure.pod().account()), OneLine.of(vault.role())),
        List.of(
            "# The pod's account should be named like the environment: \"%s\"."
                .formatted(OneLine.of(view.environment())),
            vault.line("read", vault.rolePath()),
            "# This replaces the list: keep the names that the line above shows, split by commas.",
            vault.line(
                "write",
                vault.rolePath(),
                "bound_service_account_names=" + failure.pod().account())));
  }
}
