package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.Environment;
import io.keycheck.diagnose.ClassInForce.Found;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the environments of a namespace have to do with its classes: whose name one has, who mounts
 * it, and whose name it is most like. Made once for all of them.
 */
final class ClassClaims {
  private static final int LONG_NAME = 8;

  private final Set<String> environments = new HashSet<>();
  private final Map<String, Set<String>> mountedBy = new HashMap<>();
  private final Map<String, Integer> strongest = new HashMap<>();

  ClassClaims(Snapshot snapshot, String namespace) {
    snapshot.seenIn(namespace, Kind.MENDIX_APP).forEach(app -> environments.add(app.meta().name()));
    templates(snapshot, namespace).forEach(this::note);
    snapshot
        .seenIn(namespace, Kind.CLASS)
        .forEach(
            c ->
                strongest.put(
                    c.meta().name(),
                    environments.stream().mapToInt(e -> likeness(e, c)).max().orElse(0)));
  }

  private static Stream<Pod> templates(Snapshot snapshot, String namespace) {
    Stream<Pod> pods = snapshot.seenIn(namespace, Kind.POD).stream();
    Stream<Pod> templates =
        Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET)
            .flatMap(kind -> snapshot.seenIn(namespace, kind).stream())
            .map(Workload::template);
    return Stream.concat(pods, templates);
  }

  private void note(Pod pod) {
    String environment = pod.meta().labels().get(AppPod.APP_LABEL);
    if (environment == null) {
      return;
    }
    environments.add(environment);
    for (Volume volume : pod.volumes()) {
      if (!volume.className().isEmpty()) {
        mountedBy.computeIfAbsent(volume.className(), name -> new HashSet<>()).add(environment);
      }
    }
  }

  /** Returns what speaks for a class, of another name, to be meant for the environment. */
  Optional<Found> of(String environment, SecretProviderClass candidate) {
    String name = candidate.meta().name();
    if (environments.contains(name) || name.equals(environment)) {
      return Optional.empty();
    }
    Set<String> mounting = mountedBy.getOrDefault(name, Set.of());
    if (mounting.contains(environment)) {
      return Optional.of(Found.BY_VOLUME);
    }
    int likeness = likeness(environment, candidate);
    if (!mounting.isEmpty() || strongest.getOrDefault(name, 0) > likeness) {
      return Optional.empty();
    }
    if (likeness > 0) {
      return Optional.of(Found.BY_NEAR_NAME);
    }
    return isAnnotated(candidate) ? Optional.of(Found.BY_ANNOTATION) : Optional.empty();
  }

  /** Of environments that a name is like, such as shop and shop-test, the longest counts. */
  private static int likeness(String environment, SecretProviderClass candidate) {
    String name = candidate.meta().name();
    boolean alike =
        holds(name, environment) || isMisspelt(environment, name, isAnnotated(candidate));
    return alike ? environment.length() : 0;
  }

  private static boolean isAnnotated(SecretProviderClass candidate) {
    return candidate.meta().annotations().containsKey(Environment.CLASS_ANNOTATION);
  }

  /** Returns whether the name is the environment's with something before or after it. */
  private static boolean holds(String name, String environment) {
    return !environment.isEmpty()
        && (name.startsWith(environment + "-")
            || name.endsWith("-" + environment)
            || name.contains("-" + environment + "-"));
  }

  /** Short names differ in a letter because they are different, unless the class is annotated. */
  private static boolean isMisspelt(String environment, String name, boolean annotated) {
    return Spelling.near(name, environment)
        && (annotated || Math.min(name.length(), environment.length()) >= LONG_NAME);
  }
}
