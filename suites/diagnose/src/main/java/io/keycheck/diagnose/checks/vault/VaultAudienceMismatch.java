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

/** The token is made for another audience than the Vault role wants. */
public final class VaultAudienceMismatch implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_AUDIENCE_MISMATCH;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The role wants tokens of one audience, and the provider sends one that is made for another.",
        "FailedMount with \"invalid audience (aud) claim\" at a login.",
        "Set audience in the class to what the role wants, and let the CSIDriver request a token for it; or change the role.",
        "SecretProviderClass, spec.parameters.audience (vault-csi-provider, internal/auth); CSIDriver, spec.tokenRequests; vault-plugin-auth-kubernetes, path_login.go");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    String audience = failure.parameter("audience");
    String sent =
        audience.isEmpty()
            ? "The class names no audience, so the token is made for \"vault\" or for the cluster itself"
            : "The class asks for tokens made for \"%s\"".formatted(audience);
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "%s; the role \"%s\" wants another audience.".formatted(sent, OneLine.of(vault.role())),
        List.of(
            vault.line("read", vault.rolePath()),
            "kubectl get csidriver secrets-store.csi.k8s.io -o jsonpath='{.spec.tokenRequests}'",
            "# Either ask for what the line \"audience\" of the role shows:",
            ClassLines.set(failure, "audience", "<audience of the role>"),
            "# or let the role take what is sent:",
            vault.line(
                "write",
                vault.rolePath(),
                "audience=" + (audience.isEmpty() ? "<audience sent>" : audience))));
  }
}
