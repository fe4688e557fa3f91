package io.keycheck.cases.attach;

import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.entries.Entries;
import io.keycheck.diagnose.entries.MountedFile;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the objects of an environment say of its pods and mounts; pure, as checks are. */
final class EnvironmentLook {
  private final View view;
  private final Instant at;

  EnvironmentLook(View view, Instant at) {
    this.view = view;
    this.at = at;
  }

  /** What was found wrong, in sentences, and what was seen. */
  record Look(List<String> wrong, List<Evidence> seen) {}

  /** The results of all that takes no look into pods. */
  List<CaseResult> results() {
    return List.of(
        judged(AttachedCase.EVERY_POD_OF_THE_APP_IS_READY, this::ready),
        judged(AttachedCase.EVERY_MAPPED_FILE_IS_MOUNTED_WITH_A_VERSION, this::mounted),
        judged(AttachedCase.ALL_PODS_HAVE_THE_SAME_VERSIONS, this::versions));
  }

  private CaseResult judged(AttachedCase one, Function<List<Pod>, Look> judge) {
    CaseInfo info = one.info();
    try {
      List<Pod> pods = view.livePods().orUnknown();
      if (pods.isEmpty()) {
        return CaseResult.inconclusive(info, noPod(), at);
      }
      return result(info, judge.apply(pods), at);
    } catch (NotReadable e) {
      return CaseResult.skipped(info, AttachedRun.unreadable(info, e.getMessage()), at);
    }
  }

  static Reason noPod() {
    return new Reason("no-pod", "No pod of the environment runs, so that there is nothing to see.");
  }

  static CaseResult result(CaseInfo info, Look look, Instant at) {
    Observations seen = Observations.of(look.seen());
    return look.wrong().isEmpty()
        ? CaseResult.passed(info, at, Duration.ZERO, seen)
        : new CaseResult(
            info,
            Outcome.FAILED,
            Optional.of(new Reason("promise-broken", String.join(" ", look.wrong()))),
            at,
            Duration.ZERO,
            seen);
  }

  private Look ready(List<Pod> pods) {
    List<String> wrong =
        pods.stream()
            .filter(pod -> !pod.ready())
            .map(pod -> "The pod " + pod.meta().name() + " is not ready.")
            .toList();
    return new Look(wrong, List.of(new Evidence("pods", pods.size() + " of the environment")));
  }

  /** The files that the class in force maps, by name. */
  static Set<String> mapped(View view) {
    Optional<ClassInForce> theClass = view.theClass().orUnknown();
    Entries entries =
        theClass
            .orElseThrow(() -> new NotReadable("a SecretProviderClass of the environment"))
            .resource()
            .entries();
    if (!(entries instanceof Entries.Readable readable)) {
      throw new NotReadable("a list of entries in the class that can be read");
    }
    Set<String> files = new TreeSet<>();
    readable.files().stream().map(MountedFile::name).forEach(files::add);
    return files;
  }

  private Look mounted(List<Pod> pods) {
    Set<String> mapped = mapped(view);
    List<String> wrong = new ArrayList<>();
    List<Evidence> seen = new ArrayList<>();
    for (Pod pod : pods) {
      String name = pod.meta().name();
      List<ClassPodStatus> statuses = view.statuses(pod).orUnknown();
      Map<String, String> versions = told(statuses);
      boolean all = statuses.stream().anyMatch(status -> status.mounted() == Flag.TRUE);
      if (!all) {
        wrong.add("Nothing says that anything is mounted in the pod " + name + ".");
        continue;
      }
      Set<String> lacking = new TreeSet<>(mapped);
      lacking.removeAll(versions.keySet());
      // Some providers say the secret where others say the file.
      if (!lacking.isEmpty() && versions.size() < mapped.size()) {
        wrong.add("The pod " + name + " has no " + String.join(", ", lacking) + ".");
      }
      Set<String> without = new TreeSet<>();
      versions.forEach(
          (file, version) -> {
            if (version.isBlank()) {
              without.add(file);
            }
          });
      if (!without.isEmpty()) {
        wrong.add(
            "In the pod " + name + " no version is told of " + String.join(", ", without) + ".");
      }
      seen.add(new Evidence("objects mounted in " + name, lines(versions)));
    }
    return new Look(wrong, seen);
  }

  private Look versions(List<Pod> pods) {
    Map<Map<String, String>, List<String>> byVersions = new LinkedHashMap<>();
    for (Pod pod : pods) {
      byVersions
          .computeIfAbsent(told(view.statuses(pod).orUnknown()), v -> new ArrayList<>())
          .add(pod.meta().name());
    }
    return new Look(
        byVersions.size() <= 1
            ? List.of()
            : List.of(
                "The pods hold "
                    + byVersions.size()
                    + " different states: "
                    + byVersions.values()
                    + "."),
        List.of());
  }

  private static Map<String, String> told(List<ClassPodStatus> statuses) {
    Map<String, String> versions = new TreeMap<>();
    statuses.forEach(
        status -> status.objects().forEach(one -> versions.put(one.id(), one.version())));
    return versions;
  }

  private static String lines(Map<String, String> versions) {
    StringBuilder text = new StringBuilder();
    versions.forEach((file, version) -> text.append(file).append(' ').append(version).append('\n'));
    return text.toString();
  }
}
