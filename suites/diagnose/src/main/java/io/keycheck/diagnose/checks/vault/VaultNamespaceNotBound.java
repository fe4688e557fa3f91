package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.List;

/** The Vault role does not admit the pod's namespace. */
public final class VaultNamespaceNotBound implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_NAMESPACE_NOT_BOUND;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The role is there and admits the account, but its bound_service_account_namespaces lacks the pod's namespace.",
        "FailedMount with \"Code: 403\" and \"namespace not authorized\" at a login.",
        "Add the environment's namespace to bound_service_account_namespaces.",
        "The document, section 3.1, step 11; vault-plugin-auth-kubernetes, path_login.go");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    String namespace = failure.pod().meta().namespace();
    findings.add(
        failure.podRef(),
        failure.text().quoted(),
        "The role \"%s\" admits the pod's account, but not from the namespace \"%s\"."
            .formatted(OneLine.of(vault.role()), OneLine.of(namespace)),
        List.of(
            vault.line("read", vault.rolePath()),
            "# This replaces the list: keep the namespaces that the line above shows, split by commas.",
            vault.line(
                "write", vault.rolePath(), "bound_service_account_namespaces=" + namespace)));
  }
}
