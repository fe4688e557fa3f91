package io.keycheck.diagnose.checks.cluster;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The class names no known provider. */
public final class ProviderUnknown implements Check {
  private static final List<String> KNOWN = Stream.of(Provider.values()).map(Provider::id).toList();

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.CLASS;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "spec.provider of the class is none of the providers that the documentation names, so "
            + "the driver finds nobody to ask.",
        "FailedMount with \"provider not found: provider \"...\"\" or \"provider not set\".",
        "Correct spec.provider of the class.",
        "The document, sections 3.1 and 3.2; secrets-store-csi-driver, API v1, spec.provider");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<SecretProviderClass> found = view.theClass().orUnknown().map(ClassInForce::resource);
    if (found.isEmpty() || view.provider().orUnknown().isPresent()) {
      return;
    }
    SecretProviderClass theClass = found.get();
    boolean works =
        view.livePods().orElse(List.of()).stream()
            .filter(pod -> mounts(pod, theClass))
            .anyMatch(view::hasMounted);
    if (works) {
      return; // somebody answers to that name
    }
    String name = theClass.provider();
    Optional<String> nearest = Spelling.nearest(name, KNOWN);
    findings.add(
        new ObjectRef("SecretProviderClass", theClass.meta().namespace(), theClass.meta().name()),
        name.isEmpty()
            ? "spec.provider is not set."
            : "spec.provider is \"%s\".".formatted(OneLine.of(name)),
        "No provider of that name is known%s."
            .formatted(nearest.map("; did you mean \"%s\"?"::formatted).orElse(""))
            .replace("?.", "?"),
        List.of(
            "kubectl -n %s patch secretproviderclass %s --type merge -p %s"
                .formatted(
                    Shell.quote(theClass.meta().namespace()),
                    Shell.quote(theClass.meta().name()),
                    Shell.quote(
                        "{\"spec\":{\"provider\":\"%s\"}}"
                            .formatted(nearest.orElse("<vault|aws|azure|gcp>"))))));
  }

  private static boolean mounts(Pod pod, SecretProviderClass theClass) {
    return View.storeVolumes(pod).stream()
        .anyMatch(volume -> volume.className().equals(theClass.meta().name()));
  }
}
