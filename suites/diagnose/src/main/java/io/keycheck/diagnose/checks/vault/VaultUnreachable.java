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
import java.util.List;
import java.util.Locale;

/** Nothing answers at Vault's address. */
public final class VaultUnreachable implements TextCheck {
  private static String reason(String said) {
    if (said.contains("refused")) {
      return "nothing listens at that port, or Vault does not run";
    }
    if (said.contains("reset") || said.contains("eof") || said.contains("broken pipe")) {
      return "the connection is cut, as by a port that is not Vault's, or a proxy in between";
    }
    if (said.contains("no route") || said.contains("unreachable") || said.contains("is down")) {
      return "there is no way from the node to that address";
    }
    return "nothing answers in time, as where a network policy or firewall drops what is sent";
  }

  @Override
  public Cause cause() {
    return Cause.VAULT_UNREACHABLE;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The host of vaultAddress is known, but no connection to it comes about, or it ends before an answer.",
        "FailedMount with \"connection refused\", \"connection reset by peer\", \"i/o timeout\", \"context deadline exceeded\", \"no route to host\" or \"EOF\" after Vault's address.",
        "Refused: the port is wrong or Vault does not run. Timed out: a network policy, firewall or route is in the way. Reset or EOF: something else listens there.",
        "SecretProviderClass, spec.parameters.vaultAddress (vault-csi-provider, internal/config); Go, package net");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    String said = failure.text().words().toLowerCase(Locale.ROOT);
    String host = OneLine.of(failure.text().named(Detail.HOST));
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "The provider cannot reach Vault at %s: %s."
            .formatted(host.isEmpty() ? "its address" : host, reason(said)),
        List.of(
            ClassLines.show(failure, "vaultAddress"),
            "# Is Vault there, and at that port?",
            "kubectl get services,endpoints --all-namespaces | grep -i vault",
            "# Does a policy keep the provider from it? Look where the provider and Vault run.",
            "kubectl get networkpolicies --all-namespaces",
            "# If the address is wrong:",
            ClassLines.set(failure, "vaultAddress", "http://<host>:8200")));
  }
}
