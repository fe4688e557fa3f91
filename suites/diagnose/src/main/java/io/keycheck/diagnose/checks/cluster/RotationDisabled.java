package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The driver does not refresh mounted secrets. */
public final class RotationDisabled implements Check {
  /** As Go's flags are written: with one hyphen or two, and true in any of its spellings. */
  private static final Pattern ENABLED =
      Pattern.compile("(^|\\s)--?enable-secret-rotation(=(true|True|TRUE|t|T|1))?(\\s|$)");

  @Override
  public FindingLevel level() {
    return FindingLevel.WARNING;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The driver runs without --enable-secret-rotation=true, so a value that changes in the "
            + "store never reaches a pod that runs.",
        "Nothing shows until a value is rotated: the files keep the old one, also after a "
            + "restart of the container; only a new pod gets the new one.",
        "Turn rotation on in the driver's installation.",
        "secrets-store-csi-driver, auto rotation; the document, section 5");
  }

  @Override
  public void look(View view, Findings findings) {
    List<Pod> drivers = view.driverPods().orUnknown();
    Set<String> nodes = Nodes.of(view, view.livePods().orElse(List.of())).keySet();
    drivers.stream()
        .filter(driver -> nodes.isEmpty() || nodes.contains(driver.node()))
        .filter(driver -> Installed.driver(driver).filter(c -> !rotates(c)).isPresent())
        .findFirst()
        .ifPresent(driver -> tell(driver, findings));
  }

  private static boolean rotates(Container driver) {
    return driver.words().stream().anyMatch(word -> ENABLED.matcher(word).find());
  }

  private static void tell(Pod driver, Findings findings) {
    String namespace = driver.meta().namespace();
    ObjectRef object =
        driver.meta().owners().stream()
            .filter(owner -> owner.kind().equals("DaemonSet"))
            .map(owner -> new ObjectRef("DaemonSet", namespace, owner.name()))
            .findFirst()
            .orElse(new ObjectRef("Pod", namespace, driver.meta().name()));
    String words =
        Installed.driver(driver).map(Container::words).orElse(List.of()).stream()
            .filter(word -> word.contains("enable-secret-rotation"))
            .findFirst()
            .map("It runs with %s."::formatted)
            .orElse("It runs without --enable-secret-rotation=true.");
    findings.add(
        object,
        words,
        "A rotated value does not reach pods that run, so the app keeps a credential that may be"
            + " dead.",
        List.of(
            "helm upgrade csi-secrets-store secrets-store-csi-driver"
                + " --repo https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts"
                + " -n %s --reuse-values --set enableSecretRotation=true"
                    .formatted(Shell.quote(namespace)),
            "# Name the release as 'helm list -A' does. Without Helm, give the container the"
                + " argument --enable-secret-rotation=true:",
            "kubectl -n %s edit %s %s"
                .formatted(
                    Shell.quote(namespace),
                    object.kind().toLowerCase(Locale.ROOT),
                    Shell.quote(object.name()))));
  }
}
