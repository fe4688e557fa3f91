package io.keycheck.diagnose.checks.classes;

import static io.keycheck.diagnose.checks.classes.Words.quoted;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of Vault is no URL that it can be reached by. */
public final class AddressMalformed implements ClassCheck {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://([^\\s/?#@]*@)?(\\[[0-9a-f:.%]+\\]|[^\\s/?#@:\\[\\]<>{}\"\\\\^`|]+)"
              + "(:\\d{0,5})?([/?#]\\S*)?");

  private static final Pattern USER = Pattern.compile("(^|//)[^/@]*@");

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {
    String address = subject.parameter("vaultAddress");
    if (!subject.isOf(Provider.VAULT)
        || address.isEmpty()
        || Placeholders.in(address)
        || ADDRESS.matcher(address).matches()) {
      return;
    }
    // With a user in it, or another scheme, there is more to mend than can be pasted.
    boolean schemeAlone =
        !address.contains("@")
            && !address.contains("//")
            && ADDRESS.matcher("http://" + address).matches();
    findings.add(
        subject.ref(),
        "parameters.vaultAddress is %s%s."
            .formatted(
                quoted(USER.matcher(address).replaceAll("$1***@")),
                schemeAlone ? ", without http:// or https://" : ""),
        "The provider needs an http or https URL to reach Vault by.",
        schemeAlone
            ? List.of(
                "# http or https, as Vault listens",
                subject.set("vaultAddress", "https://" + address))
            : List.of(
                subject.edit(), "# vaultAddress: a URL such as https://vault.example.com:8200"));
  }

  @Override
  public Set<String> explains() {
    return Set.of(
        "mount-failed", "delivery-incomplete", "vault-name-unresolved", "vault-unreachable");
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "parameters.vaultAddress is no http or https URL; most often the scheme is missing.",
        "The pod waits; its event FailedMount says \"first path segment in URL cannot contain"
            + " colon\", \"unsupported protocol scheme\" or \"no Host in request URL\".",
        "Write the address with its scheme, host and port.",
        "The document, section 3.1, step 13; Vault provider, parameters");
  }
}
