package io.keycheck.cli;

import java.util.List;
import java.util.Map;

/**
 * What a Job does.
 *
 * @param command the command with its arguments, as after {@code keycheck}
 * @param rights the manifests of the rights that its account gets, as YAML
 * @param mounts what its pod finds beside the volume for results
 * @param files contents of files that are no secrets, by name, for a ConfigMap of the Job's own
 */
record JobTask(
    List<String> command, List<String> rights, List<JobMount> mounts, Map<String, String> files) {
  /** Keeps copies. */
  JobTask {
    command = List.copyOf(command);
    rights = List.copyOf(rights);
    mounts = List.copyOf(mounts);
    files = Map.copyOf(files);
  }

  /** Returns a command that takes rights, and nothing else. */
  static JobTask of(List<String> command, List<String> rights) {
    return new JobTask(command, rights, List.of(), Map.of());
  }

  /** Returns whether a whole run goes on in the pod, which takes more than reading. */
  boolean runs() {
    return command.get(0).equals("certify");
  }
}
