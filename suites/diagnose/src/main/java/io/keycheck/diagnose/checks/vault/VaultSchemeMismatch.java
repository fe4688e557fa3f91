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

/** One side speaks http, the other https. */
public final class VaultSchemeMismatch implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_SCHEME_MISMATCH;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "vaultAddress says http where Vault speaks https, or the other way round.",
        "FailedMount with \"Client sent an HTTP request to an HTTPS server\", \"server gave HTTP response to HTTPS client\", \"malformed HTTP response\" or \"first record does not look like a TLS handshake\".",
        "Change the scheme of vaultAddress; with https the provider also has to trust Vault's certificate.",
        "SecretProviderClass, spec.parameters.vaultAddress (vault-csi-provider, internal/config); Go, net/http");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    String said = failure.text().words().toLowerCase(Locale.ROOT);
    boolean wantsHttp =
        said.contains("gave http response") || said.contains("does not look like a tls handshake");
    String scheme = wantsHttp ? "http" : "https";
    String host = OneLine.of(failure.text().named(Detail.HOST));
    String address =
        failure.parameter("vaultAddress").isEmpty()
            ? "//" + (host.isEmpty() ? "<host>:8200" : host)
            : failure.parameter("vaultAddress").replaceFirst("^[A-Za-z]{1,10}:", "");
    List<String> remedy = new ArrayList<>();
    remedy.add(ClassLines.show(failure, "vaultAddress"));
    remedy.add(ClassLines.set(failure, "vaultAddress", scheme + ":" + address));
    if (!wantsHttp) {
      remedy.add("# With https, the provider's pod also needs the CA of Vault: vaultCACertPath.");
    }
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        wantsHttp
            ? "The address says https, and the server there speaks plain http."
            : "The address says http, and the server there speaks https.",
        remedy);
  }
}
