package io.keycheck.diagnose.checks.runtime;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pod runs, and the driver did not deliver all that the class asks for. */
public final class DeliveryIncomplete implements Check {
  private static final Set<String> NAMES_FILES = Set.of(Provider.VAULT.id(), Provider.AWS.id());

  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A running pod has a Secrets Store volume, and its SecretProviderClassPodStatus is "
            + "absent or lacks objects of the class.",
        "The pod is ready, and files are missing in it. On driver 1.6 a first mount that fails "
            + "may be taken for done.",
        "Make the pod again, and see whether the status lists every object.",
        "secrets-store-csi-driver, SecretProviderClassPodStatus; nodeserver.go");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.livePods().orUnknown()) {
      boolean runs =
          pod.phase().equals("Running")
              && pod.containers().stream().anyMatch(c -> c.startedAt().isPresent());
      for (Volume volume : runs ? View.storeVolumes(pod) : List.<Volume>of()) {
        Optional<String> saw = lacks(view, pod, volume);
        if (saw.isPresent()) {
          findings.add(
              view.refOf(pod),
              saw.get(),
              "The status is what the driver writes of what it mounted; what it does not list did"
                  + " not arrive.",
              List.of(
                  "kubectl -n %s get secretproviderclasspodstatuses -o yaml"
                      .formatted(Shell.quote(view.namespace())),
                  "# Let the pod be made again:",
                  "kubectl -n %s delete pod %s"
                      .formatted(Shell.quote(view.namespace()), Shell.quote(pod.meta().name()))));
          return; // pods of one kind are alike
        }
      }
    }
  }

  private static Optional<String> lacks(View view, Pod pod, Volume volume) {
    Optional<ClassPodStatus> status =
        view.statuses(pod).orUnknown().stream()
            .filter(each -> each.className().equals(volume.className()))
            .findFirst();
    if (status.isEmpty()) {
      return Optional.of(
          "It runs with volume \"%s\", and has no SecretProviderClassPodStatus of class \"%s\"."
              .formatted(OneLine.of(volume.name()), OneLine.of(volume.className())));
    }
    if (status.get().mounted() == Flag.FALSE) {
      return Optional.of("Its SecretProviderClassPodStatus says mounted: false.");
    }
    Set<String> missing = files(view, volume.className());
    status.get().objects().forEach(object -> missing.remove(object.id()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Its SecretProviderClassPodStatus lacks %s."
                .formatted(OneLine.of(String.join(", ", missing))));
  }

  /** Of other providers, the status does not name files. */
  private static Set<String> files(View view, String className) {
    Set<String> files = new TreeSet<>();
    view.classNamed(className)
        .orElse(Optional.empty())
        .filter(found -> NAMES_FILES.contains(found.provider()))
        .map(view::entries)
        .ifPresent(
            entries -> {
              if (entries instanceof Entries.Readable readable) {
                readable.files().stream().map(MountedFile::name).forEach(files::add);
              }
            });
    return files;
  }
}
