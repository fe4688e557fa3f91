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

/** The provider does not trust Vault's certificate. */
public final class VaultTlsUntrusted implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_TLS_UNTRUSTED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The connection to Vault is made and then given up, because its certificate is of an unknown authority, for another name, or not valid at this time.",
        "FailedMount with \"x509: ...\" after Vault's address, with or without \"tls: failed to verify certificate\".",
        "Name the CA in vaultCACertPath (a file in the provider's pod, not in the app's), the name in vaultTLSServerName, or renew the certificate.",
        "SecretProviderClass, spec.parameters.vaultCACertPath and vaultTLSServerName (vault-csi-provider, internal/config); Go, crypto/x509");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    String said = failure.text().words().toLowerCase(Locale.ROOT);
    String why;
    List<String> remedy = new ArrayList<>();
    remedy.add(ClassLines.show(failure, "vaultAddress"));
    if (said.contains("expired") || said.contains("not yet valid")) {
      why = "Vault's certificate is not valid at this time, or a clock is wrong.";
      remedy.add("# Renew the certificate that Vault serves; nothing in the class can mend it.");
    } else if (said.contains(" is valid for ")
        || said.contains("not valid for any names")
        || said.contains("ip sans")
        || said.contains("common name")) {
      why =
          "Vault's certificate is made for other names than %s."
              .formatted(OneLine.of(failure.text().named(Detail.HOST)));
      remedy.add("# Use a name of the certificate in vaultAddress, or say which one to expect:");
      remedy.add(ClassLines.set(failure, "vaultTLSServerName", "<name in the certificate>"));
    } else {
      String path = failure.parameter("vaultCACertPath");
      why =
          path.isEmpty()
              ? "The class names no CA, and none that the provider's image brings issued Vault's"
                  + " certificate."
              : "The CA in %s did not issue Vault's certificate; that path is in the provider's pod."
                  .formatted(path);
      remedy.add("# Mount the CA that issued Vault's certificate into the provider's pods, then:");
      remedy.add(ClassLines.set(failure, "vaultCACertPath", "<path in the provider's pod>"));
    }
    findings.add(failure.classRef(), failure.text().quoted(), why, remedy);
  }
}
