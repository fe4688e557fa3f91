package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Vault refuses the login without saying why. */
public final class VaultLoginDenied implements TextCheck {
  private static final String DEFAULT_MOUNT = "kubernetes";
  private static final String MOUNT_PARAMETER = "vaultKubernetesMountPath";

  @Override
  public Cause cause() {
    return Cause.VAULT_LOGIN_DENIED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Vault refuses the login. A bare refusal means that nothing is mounted at that path, or that role, claims, account and namespace were right, and what Vault does last failed: letting Kubernetes review the token.",
        "FailedMount with \"Code: 403\", \"permission denied\" and a path that ends in /login.",
        "See whether the auth method is mounted at the path, then go through its configuration: reviewer token, rights, host, CA, bound addresses.",
        "The document, section 3.1, steps 5 and 6; vault-plugin-auth-kubernetes, path_login.go and token_review.go");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    String said = failure.text().named(Detail.ANSWER).toLowerCase(Locale.ROOT);
    String mount = OneLine.of(vault.mount());
    boolean unmounted =
        said.contains("no handler for route") || said.contains("missing client token");
    String why =
        unmounted
            ? "Vault has no auth method at auth/%s.".formatted(mount)
            : ("If an auth method is mounted at auth/%s, the role \"%s\", its audience, the account and"
                    + " the namespace are right, as Vault refuses each of those with words of its own:"
                    + " what remains is the mount itself, or the review of the token.")
                .formatted(mount, OneLine.of(vault.role()));
    List<String> remedy = new ArrayList<>();
    remedy.add(
        "# 1. No auth method is mounted there%s; default: kubernetes."
            .formatted(
                vault.mount().equals(DEFAULT_MOUNT)
                    ? ""
                    : " (the class asks for \"%s\")".formatted(mount)));
    remedy.add(vault.line("auth list"));
    if (!failure.parameter(MOUNT_PARAMETER).isEmpty()) {
      remedy.add(ClassLines.set(failure, MOUNT_PARAMETER, "<path that is listed>"));
    }
    if (!unmounted) {
      remedy.add(
          "# 2. token_reviewer_jwt is dead, as that of a pod which has restarted. Inside the"
              + " cluster, leave it out: Vault then uses its own.");
      remedy.add(vault.line("read", "auth/%s/config".formatted(vault.mount())));
      remedy.add(
          "# 3. Vault's account (or the app's, without a reviewer) lacks system:auth-delegator.");
      remedy.add("kubectl get clusterrolebindings -o wide | grep auth-delegator");
      remedy.add("# 4. kubernetes_host is wrong, or Vault cannot reach it: see the configuration.");
      remedy.add(
          "# 5. kubernetes_ca_cert is not this cluster's, or token_bound_cidrs shut the provider out.");
      remedy.add(vault.line("read", vault.rolePath()));
      remedy.add("# Vault's own log says which, at level debug: \"login unauthorized\".");
    }
    findings.add(failure.classRef(), failure.text().quoted(), why, remedy);
  }
}
