package io.keycheck.diagnose.checks.app;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The mounted secrets can no longer be refreshed. */
public final class RefreshFailing implements Check {
  /** From 1.6 on the driver makes no events of it. */
  private static final Pattern OLD = Pattern.compile(":v?(0\\.\\d+|1\\.[0-5])\\.");

  /** Of the mounted files, and of the Secrets that are made of them. */
  private static final Set<String> EVENTS = Set.of("MountRotationFailed", "SecretRotationFailed");

  @Override
  public FindingLevel level() {
    return FindingLevel.WARNING;
  }

  @Override
  public Link.Part part() {
    return Link.Part.STORE;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The pod runs on the values it was started with, and fetching them anew fails: a new "
            + "pod would not start.",
        "Event MountRotationFailed or SecretRotationFailed up to driver 1.5; from 1.6 on only a line of the driver's "
            + "log, so that it takes the right to read it (--read-logs).",
        "Mend what the message says, as for a mount that fails.",
        "secrets-store-csi-driver, nodeserver.go and pkg/rotation (1.5)");
  }

  @Override
  public void look(View view, Findings findings) {
    boolean any = false;
    for (Pod pod : view.livePods().orUnknown()) {
      if (View.storeVolumes(pod).isEmpty() || !runs(pod)) {
        continue;
      }
      any = true;
      Optional<String> said = event(view, pod).or(() -> logged(view, pod));
      if (said.isPresent()) {
        findings.add(
            view.refOf(pod),
            said.get(),
            "The app still runs, on values that may be out of date; the next pod will not start.",
            List.of(
                "# Mend what the message says before the pod is restarted.",
                "kubectl -n %s describe secretproviderclass %s"
                    .formatted(
                        Shell.quote(view.namespace()),
                        Shell.quote(View.storeVolumes(pod).get(0).className()))));
        return; // pods of one kind are alike
      }
    }
    if (any && rotates(view) && !tellsByEvents(view)) {
      view.snapshot().driverLog().orUnknown();
    }
  }

  private static boolean runs(Pod pod) {
    return pod.containers().stream().anyMatch(c -> c.startedAt().isPresent());
  }

  private static Optional<String> event(View view, Pod pod) {
    return view.events(pod).orUnknown().stream()
        .filter(event -> EVENTS.contains(event.reason()))
        .map(event -> "\"" + OneLine.of(event.message()) + "\"")
        .findFirst();
  }

  private static Optional<String> logged(View view, Pod pod) {
    String name = pod.meta().namespace() + "/" + pod.meta().name();
    return view.snapshot().driverLog().orElse(List.of()).stream()
        .filter(
            line ->
                line.contains(name)
                    || !pod.meta().uid().isEmpty() && line.contains(pod.meta().uid()))
        .map(line -> "The driver's log: \"" + OneLine.of(line) + "\"")
        .findFirst();
  }

  /** Without rotation nothing is refreshed, so nothing can fail. */
  private static boolean rotates(View view) {
    List<Pod> drivers = view.driverPods().orElse(List.of());
    return drivers.isEmpty()
        || drivers.stream()
            .flatMap(p -> p.containers().stream())
            .flatMap(container -> container.words().stream())
            .anyMatch(word -> word.contains("enable-secret-rotation") && !word.endsWith("false"));
  }

  private static boolean tellsByEvents(View view) {
    return view.driverPods().orElse(List.of()).stream()
        .flatMap(pod -> Installed.driver(pod).stream())
        .anyMatch(container -> OLD.matcher(container.image()).find());
  }
}
