package io.keycheck.diagnose.checks.runtime;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.MountFailures;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A volume cannot be mounted, and no other check says why. */
public final class MountFailed implements Check {
  private final Set<String> found;

  /** Tells every mount that fails, whichever check may explain it. */
  public MountFailed() {
    this(Set.of());
  }

  /**
   * Tells the mounts that fail for a reason that was not found.
   *
   * @param found the checks that found something
   */
  public MountFailed(Collection<String> found) {
    this.found = Set.copyOf(found);
  }

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
        "The kubelet cannot mount the Secrets Store volume of a pod, so the pod does not start, and"
            + " no other check explains what it says.",
        "FailedMount of the volume, as kubectl describe pod shows it; the pod stays in"
            + " ContainerCreating.",
        "Go by the words of the event; where Keycheck knows them, it says what they mean.",
        "Kubernetes, event FailedMount of the kubelet; secrets-store-csi-driver, nodeserver.go");
  }

  @Override
  public void look(View view, Findings findings) {
    Map<String, List<MountFailure>> alike = new LinkedHashMap<>();
    for (MountFailure failure : MountFailures.of(view).orUnknown()) {
      if (failure.text().cause().checks().stream().noneMatch(found::contains)) {
        alike.merge(failure.gist(), List.of(failure), MountFailed::and);
      }
    }
    for (List<MountFailure> failures : alike.values()) {
      MountFailure first = failures.get(0);
      String others = failures.size() == 1 ? "" : " (and %d more)".formatted(failures.size() - 1);
      findings.add(
          first.podRef(),
          first.text().quoted() + others,
          first.text().cause().meaning(),
          namesAnother(view, first) ? nameIts(view, first) : MountRemedy.of(first));
    }
  }

  /** The class of the environment's name is there, and the volume names one that is not. */
  private static boolean namesAnother(View view, MountFailure failure) {
    return failure.text().cause() == Cause.CLASS_NOT_FOUND
        && !failure.className().equals(view.environment())
        && view.classOfItsName().orElse(Optional.empty()).isPresent();
  }

  private static List<String> nameIts(View view, MountFailure failure) {
    return List.of(
        "# Volume %s names the class %s; let the pod's template name %s, which is there:"
            .formatted(
                OneLine.of(failure.volume()),
                OneLine.of(failure.className()),
                OneLine.of(view.environment())),
        "kubectl -n %s get deployments,statefulsets -o name | grep -F %s"
            .formatted(Shell.quote(view.namespace()), Shell.quote(view.environment())),
        "# The Operator writes the template, so see as well why it wrote it like this.");
  }

  private static List<MountFailure> and(List<MountFailure> some, List<MountFailure> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
