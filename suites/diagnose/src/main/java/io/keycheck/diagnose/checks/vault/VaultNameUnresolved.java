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
import io.keycheck.reports.diagnosis.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host in Vault's address has no address. */
public final class VaultNameUnresolved implements TextCheck {
  /** A service's name in a cluster: its own, and its namespace's. */
  private static final Pattern SERVICE =
      Pattern.compile("([a-z0-9-]{1,63})\\.([a-z0-9-]{1,63})(\\.svc(\\..{1,200})?)?");

  private static String name(String host) {
    return host.isEmpty() ? "in vaultAddress" : '"' + OneLine.of(host) + '"';
  }

  @Override
  public Cause cause() {
    return Cause.VAULT_NAME_UNRESOLVED;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The provider cannot find the host that vaultAddress names, so it never reaches Vault.",
        "FailedMount with \"dial tcp: lookup <host> ...: no such host\", or a lookup that the DNS server does not answer.",
        "Write the host of vaultAddress as the provider's pod can resolve it, such as <service>.<namespace>.svc; where the name is right, look after the cluster's DNS.",
        "SecretProviderClass, spec.parameters.vaultAddress (vault-csi-provider, internal/config); Go, net.DNSError");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    String host = failure.text().named(Detail.HOST);
    String said = failure.text().words().toLowerCase(Locale.ROOT);
    String why =
        said.contains("no such host") || !said.contains("lookup")
            ? "No DNS server that the provider asks knows the host %s.".formatted(name(host))
            : "The DNS server did not answer for the host %s.".formatted(name(host));
    List<String> remedy = new ArrayList<>();
    remedy.add(ClassLines.show(failure, "vaultAddress"));
    Matcher service = SERVICE.matcher(host);
    if (service.matches()) {
      remedy.add(
          "kubectl -n %s get service %s"
              .formatted(Shell.quote(service.group(2)), Shell.quote(service.group(1))));
    }
    remedy.add("kubectl get services --all-namespaces | grep -i vault");
    remedy.add("# Then write the name of the service that is there:");
    remedy.add(
        ClassLines.set(
            failure, "vaultAddress", "http://<service>.<namespace>.svc.cluster.local:8200"));
    findings.add(failure.classRef(), failure.text().quoted(), why, remedy);
  }
}
