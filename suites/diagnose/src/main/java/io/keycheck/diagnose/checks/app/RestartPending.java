package io.keycheck.diagnose.checks.app;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The app runs on values from before a rotation. */
public final class RestartPending implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.WARNING;
  }

  @Override
  public Link.Part part() {
    return Link.Part.POD;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The mounted versions changed after the container started, and the app reads most "
            + "values only at its start.",
        "generation of the SecretProviderClassPodStatus above 1, and the time of the last "
            + "change of its status (managedFields) after the container's start.",
        "Restart the environment. From Operator 2.10.0 on it notices within minutes, and "
            + "restarts for what it processes.",
        "The document, section 5; secrets-store-csi-driver, SecretProviderClassPodStatus");
  }

  @Override
  public void look(View view, Findings findings) {
    for (Pod pod : view.livePods().orUnknown()) {
      for (Volume volume : View.storeVolumes(pod)) {
        Optional<ClassPodStatus> status =
            view.statuses(pod).orUnknown().stream()
                .filter(each -> each.className().equals(volume.className()))
                .findFirst();
        if (status.isPresent() && isOlder(pod, volume, status.get())) {
          tell(view, pod, status.get(), findings);
          return; // pods of one kind are alike, and are restarted together
        }
      }
    }
  }

  private static boolean isOlder(Pod pod, Volume volume, ClassPodStatus status) {
    if (status.meta().generation() <= 1) {
      return false; // as it was when it was first mounted
    }
    List<Container> readers = readers(pod, volume);
    Optional<Instant> changed = changed(status);
    return changed.isPresent()
        ? readers.stream()
            .flatMap(container -> container.startedAt().stream())
            .anyMatch(started -> changed.get().isAfter(started))
        : readers.stream().anyMatch(c -> c.startedAt().isPresent() && c.restarts() == 0);
  }

  private static List<Container> readers(Pod pod, Volume volume) {
    List<Container> all = pod.containers().stream().filter(c -> !c.init()).toList();
    List<Container> mounting =
        all.stream()
            .filter(c -> c.mounts().stream().anyMatch(m -> m.volume().equals(volume.name())))
            .toList();
    return mounting.isEmpty() ? all : mounting;
  }

  private static Optional<Instant> changed(ClassPodStatus status) {
    return status.meta().written().stream()
        .filter(written -> written.ofStatus() != Flag.FALSE) // a label may be set at any time
        .flatMap(written -> written.time().stream())
        .max(Comparator.naturalOrder());
  }

  private static void tell(View view, Pod pod, ClassPodStatus status, Findings findings) {
    String when = changed(status).map(time -> " at " + time).orElse("");
    boolean edited =
        view.classNamed(status.className())
            .orElse(Optional.empty())
            .filter(found -> found.meta().generation() > 1)
            .isPresent();
    findings.add(
        view.refOf(pod),
        "The mounted versions changed%s, after the container started.".formatted(when),
        "A value was rotated%s, and the app still runs on the old one."
            .formatted(edited ? ", or the class was edited" : ""),
        List.of(
            "# Restart the environment, from the portal or by its pods:",
            "kubectl -n %s delete pod %s"
                .formatted(Shell.quote(view.namespace()), Shell.quote(pod.meta().name()))));
  }
}
