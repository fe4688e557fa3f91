package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.TextCheck;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;

/** Vault is sealed. */
public final class VaultSealed implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_SEALED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Vault runs but is sealed, as after a restart without auto-unseal: it serves nobody, not only this environment.",
        "FailedMount with \"Code: 503\" and \"Vault is sealed\".",
        "Unseal Vault: each key holder runs vault operator unseal, or mend the auto-unseal (KMS, HSM).",
        "Vault, 503 of every request while sealed");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    findings.add(
        failure.podRef(),
        failure.text().quoted(),
        "Vault runs but is sealed, or was never initialised; until then it answers nobody.",
        List.of(
            "vault status"
                + (vault.address().isEmpty() ? "" : " -address=" + Shell.quote(vault.address())),
            "# With each of the unseal keys, which the command asks for without showing them:",
            "vault operator unseal",
            "kubectl get pods --all-namespaces -l app.kubernetes.io/name=vault"));
  }
}
