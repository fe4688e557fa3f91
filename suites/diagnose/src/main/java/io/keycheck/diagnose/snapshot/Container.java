package io.keycheck.diagnose.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container of a pod, with its state; init containers are marked.
 *
 * @param words {@code command} and {@code args}; empty in pods that are no part of the driver or a
 *     provider, since apps may be started with passwords
 * @param variables names of environment variables with literal values that matter to the checks
 * @param secretRefs names of Secrets that variables are taken from
 * @param waiting reason of {@code state.waiting}, or empty
 * @param message message of {@code state.waiting} or {@code state.terminated}, or empty
 * @param startedAt {@code state.running.startedAt}
 * @param ended reason of {@code state.terminated}, or of {@code lastState.terminated}, or empty
 * @param exitCode the exit code that belongs to it, or 0
 */
public record Container(
    String name,
    boolean init,
    String image,
    List<String> words,
    Map<String, String> variables,
    List<String> secretRefs,
    List<Mount> mounts,
    boolean ready,
    int restarts,
    String waiting,
    String message,
    Optional<Instant> startedAt,
    String ended,
    int exitCode) {
  /** What a container waits for while volumes are not mounted; anything else comes after. */
  private static final Set<String> BEFORE_MOUNTED =
      Set.of("", "ContainerCreating", "PodInitializing");

  /** Returns whether it waits for what comes after its volumes, such as its image. */
  public boolean waitsPastVolumes() {
    return !BEFORE_MOUNTED.contains(waiting);
  }

  /** Returns whether it has come so far that its volumes must have been mounted. */
  public boolean hadVolumes() {
    return startedAt.isPresent() || restarts > 0 || !ended.isEmpty() || waitsPastVolumes();
  }

  /** Returns the container without what it is started with. */
  Container withoutWords() {
    return new Container(
        name,
        init,
        image,
        List.of(),
        variables,
        secretRefs,
        mounts,
        ready,
        restarts,
        waiting,
        message,
        startedAt,
        ended,
        exitCode);
  }

  /** An entry of {@code volumeMounts}. */
  public record Mount(String volume, String path, String subPath) {}
}
