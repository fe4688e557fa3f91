package io.keycheck.diagnose.checks.runtime;

import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What keeps a pod from being up, apart from its secrets. */
final class Trouble {
  private static final Pattern VOLUME = Pattern.compile("for volume \"([^\"]{1,300})\"");
  private static final Pattern MISSING_SECRET =
      Pattern.compile("secret \"([^\"]{1,300})\" not found");

  private Trouble() {}

  /** Returns it for a pod that is there. */
  static Optional<String> of(View view, Pod pod) {
    if (pod.phase().equals("Failed")) {
      return Optional.of("The pod has ended: " + or(pod.reason(), "it failed") + ".");
    }
    return scheduling(pod)
        .or(() -> containers(view, pod))
        .or(() -> events(view, pod))
        .or(() -> notReady(pod));
  }

  /** Returns it for a workload whose pods are refused. */
  static Optional<String> of(View view, Workload workload) {
    return view.refusals(workload).stream()
        .filter(message -> !message.contains("service account"))
        .findFirst()
        .map(message -> "Its pods are refused: " + message);
  }

  private static Optional<String> scheduling(Pod pod) {
    return pod.conditions().stream()
        .filter(condition -> condition.type().equals("PodScheduled"))
        .filter(condition -> condition.status().equals("False"))
        .findFirst()
        .map(
            condition ->
                "No node takes the pod (%s): %s"
                    .formatted(or(condition.reason(), "Unschedulable"), condition.message()));
  }

  private static Optional<String> containers(View view, Pod pod) {
    for (Container container : pod.containers()) {
      boolean waits = container.waitsPastVolumes();
      boolean ended =
          !container.init()
              && !container.ready()
              && !container.ended().isEmpty()
              && container.startedAt().isEmpty();
      if ((waits || ended) && !waitsForSynced(view, container)) {
        String why =
            container.ended().isEmpty()
                ? ""
                : " after %s (exit code %d)".formatted(container.ended(), container.exitCode());
        String reason = waits ? container.waiting() : "Ended";
        return Optional.of(
            "Container \"%s\": %s%s. %s"
                .formatted(container.name(), reason, why, container.message())
                .strip());
      }
    }
    return Optional.empty();
  }

  /** A Secret that the driver should have made of the store's files is about secrets. */
  private static boolean waitsForSynced(View view, Container container) {
    Matcher secret = MISSING_SECRET.matcher(container.message());
    return secret.find()
        && view.theClass()
            .orElse(Optional.empty())
            .map(ClassInForce::resource)
            .filter(
                found ->
                    found.synced().stream().anyMatch(s -> s.secretName().equals(secret.group(1))))
            .isPresent();
  }

  private static Optional<String> events(View view, Pod pod) {
    Set<String> stores =
        pod.volumes().stream()
            .filter(volume -> !volume.driver().isEmpty())
            .map(Volume::name)
            .collect(Collectors.toSet());
    return view.events(pod).orElse(List.of()).stream()
        .filter(event -> isTrouble(view, pod, event, stores))
        .findFirst()
        .map(event -> "%s: %s".formatted(event.reason(), event.message()));
  }

  private static boolean isTrouble(View view, Pod pod, Event event, Set<String> stores) {
    return switch (event.reason()) {
      case "NodeNotReady" -> true;
      case "FailedCreatePodSandBox", "FailedAttachVolume" -> !view.hasMounted(pod);
      case "FailedMount" -> !view.hasMounted(pod) && isOfOther(event.message(), stores);
      default -> false;
    };
  }

  private static boolean isOfOther(String message, Set<String> stores) {
    Matcher volume = VOLUME.matcher(message);
    return volume.find() && !stores.contains(volume.group(1));
  }

  private static Optional<String> notReady(Pod pod) {
    return pod.containers().stream()
        .filter(container -> !container.init() && !container.ready())
        .filter(container -> container.startedAt().isPresent())
        .findFirst()
        .map(c -> "Container \"%s\" runs, and is not ready yet.".formatted(c.name()));
  }

  private static String or(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
