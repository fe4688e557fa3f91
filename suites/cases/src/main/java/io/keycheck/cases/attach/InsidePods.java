package io.keycheck.cases.attach;

import io.keycheck.cases.attach.EnvironmentLook.Look;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.attach.PodLook;
import io.keycheck.lab.stage.MountedFile;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is seen from inside the pods of an environment, where that is allowed. */
final class InsidePods {
  /** Enough to see that two files differ, and of no use to anybody else. */
  private static final int SHOWN = 12;

  private final View view;
  private final Instant at;

  InsidePods(View view, Instant at) {
    this.view = view;
    this.at = at;
  }

  /**
   * The results.
   *
   * @param context of the kubeconfig; absent where no look into pods is allowed
   */
  List<CaseResult> results(Optional<String> context) {
    if (context.isEmpty()) {
      return all(
          info ->
              CaseResult.skipped(
                  info,
                  new Reason(
                      Reason.CANNOT_BE_SHOWN, "No look into pods was allowed: add --allow-exec."),
                  at));
    }
    try (PodLook look = PodLook.of(context.get())) {
      List<Pod> pods = view.livePods().orUnknown().stream().filter(Pod::ready).toList();
      if (pods.isEmpty()) {
        return all(info -> CaseResult.inconclusive(info, EnvironmentLook.noPod(), at));
      }
      Map<String, PodLook.Seen> seen = new TreeMap<>();
      for (Pod pod : pods) {
        seen.put(pod.meta().name(), look(look, pod));
      }
      return judged(seen, EnvironmentLook.mapped(view));
    } catch (NotReadable e) {
      return all(
          info -> CaseResult.skipped(info, AttachedRun.unreadable(info, e.getMessage()), at));
    } catch (ClusterBroke e) {
      return all(info -> CaseResult.inconclusive(info, new Reason("no-look", e.getMessage()), at));
    }
  }

  private static List<CaseResult> all(Function<CaseInfo, CaseResult> result) {
    return Arrays.stream(AttachedCase.values())
        .filter(AttachedCase::inPod)
        .map(AttachedCase::info)
        .map(result)
        .toList();
  }

  /** The container that mounts the secrets; where several do, the first that can be asked. */
  private PodLook.Seen look(PodLook look, Pod pod) {
    Set<String> volumes = new HashSet<>();
    View.storeVolumes(pod).stream().map(Volume::name).forEach(volumes::add);
    ClusterBroke last = new ClusterBroke("No container mounts the secrets.");
    for (Container container : pod.containers()) {
      for (Container.Mount mount : container.mounts()) {
        if (!container.init() && volumes.contains(mount.volume())) {
          try {
            return look.at(
                pod.meta().namespace(), pod.meta().name(), container.name(), mount.path());
          } catch (ClusterBroke mute) {
            last = mute;
          }
        }
      }
    }
    throw last;
  }

  /** Judges what was seen in each pod. */
  List<CaseResult> judged(Map<String, PodLook.Seen> seen, Set<String> mapped) {
    List<CaseResult> results = new ArrayList<>();
    List<Evidence> files = new ArrayList<>();
    seen.forEach((pod, one) -> files.add(new Evidence("files in " + pod, lines(one))));
    results.add(
        each(
            AttachedCase.FILES_IN_THE_POD_ARE_THOSE_THAT_ARE_MAPPED,
            seen,
            files,
            (pod, one) -> differences(pod, one.files().byName().keySet(), mapped)));
    results.add(
        each(
            AttachedCase.FILES_IN_THE_POD_CAN_BE_READ,
            seen,
            List.of(),
            (pod, one) ->
                one.files().byName().values().stream()
                    .filter(file -> !file.readable())
                    .map(file -> "The app cannot read " + file + " in the pod " + pod + ".")
                    .toList()));
    results.add(same(seen));
    results.add(
        each(
            AttachedCase.MOUNT_IN_THE_POD_IS_IN_MEMORY,
            seen,
            List.of(),
            (pod, one) ->
                one.kind().filter("tmpfs"::equals).isPresent()
                    ? List.of()
                    : List.of(
                        "In the pod " + pod + " the mount is " + one.kind().orElse("none") + ".")));
    results.add(
        each(
            AttachedCase.MOUNT_IN_THE_POD_IS_READ_ONLY,
            seen,
            List.of(),
            (pod, one) ->
                one.readOnly().orElse(false)
                    ? List.of()
                    : List.of("In the pod " + pod + " the mount is not read-only.")));
    return results;
  }

  private CaseResult each(
      AttachedCase one,
      Map<String, PodLook.Seen> seen,
      List<Evidence> evidence,
      BiFunction<String, PodLook.Seen, List<String>> judge) {
    List<String> wrong = new ArrayList<>();
    seen.forEach((pod, look) -> wrong.addAll(judge.apply(pod, look)));
    return EnvironmentLook.result(one.info(), new Look(wrong, evidence), at);
  }

  private static List<String> differences(String pod, Set<String> there, Set<String> mapped) {
    Set<String> lacking = new TreeSet<>(mapped);
    lacking.removeAll(there);
    Set<String> more = new TreeSet<>(there);
    more.removeAll(mapped);
    List<String> wrong = new ArrayList<>();
    if (!lacking.isEmpty()) {
      wrong.add("The pod " + pod + " lacks " + String.join(", ", lacking) + ".");
    }
    if (!more.isEmpty()) {
      wrong.add("The pod " + pod + " has unmapped " + String.join(", ", more) + ".");
    }
    return wrong;
  }

  private CaseResult same(Map<String, PodLook.Seen> seen) {
    Map<Map<String, String>, List<String>> states = new LinkedHashMap<>();
    seen.forEach(
        (pod, look) -> {
          Map<String, String> digests = new TreeMap<>();
          look.files().byName().forEach((name, file) -> digests.put(name, file.digest()));
          states.computeIfAbsent(digests, d -> new ArrayList<>()).add(pod);
        });
    List<String> wrong =
        states.size() <= 1
            ? List.of()
            : List.of("The pods hold different bytes: " + states.values() + ".");
    return EnvironmentLook.result(
        AttachedCase.FILES_ARE_THE_SAME_IN_ALL_PODS.info(), new Look(wrong, List.of()), at);
  }

  private static String lines(PodLook.Seen look) {
    StringBuilder text = new StringBuilder();
    for (MountedFile file : new TreeMap<>(look.files().byName()).values()) {
      String digest = file.digest();
      text.append(file)
          .append(' ')
          .append(digest, 0, Math.min(SHOWN, digest.length()))
          .append('\n');
    }
    return text.toString();
  }
}
