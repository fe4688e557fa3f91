package io.keycheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run in the cluster is made of.
 *
 * @param name the name of the Job and of its ServiceAccount
 * @param namespace where it runs
 * @param image the image of the kit
 * @param pull when the image is pulled, as Kubernetes says it
 * @param task what it does
 * @param claim the PersistentVolumeClaim for the results; absent for a volume that ends with the
 *     pod
 * @param kept how long the pod stays so that results can be copied out of it
 * @param deadline the longest time of all
 */
record JobManifest(
    String name,
    String namespace,
    String image,
    String pull,
    JobTask task,
    Optional<String> claim,
    Duration kept,
    Duration deadline) {
  private static final String RESULTS = "/results";
  private static final String SONOBUOY_RESULTS = "/tmp/sonobuoy/results";
  private static final String CONFINED =
      "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop:"
          + " [ALL]}}";

  /** Holds the pod where nobody else keeps the results; the image's shell does it. */
  private static final String HOLDER =
      """
              - name: results
                image: ${IMAGE}
                imagePullPolicy: ${PULL}
                command: [/bin/sh, -c, 'trap "exit 0" TERM; until [ -f %s/done ]; do sleep 1; done; sleep %d & wait']
                securityContext: ${CONFINED}
                resources:
                  requests: {cpu: 5m, memory: 8Mi}
                  limits: {memory: 32Mi}
                volumeMounts:
                  - {name: results, mountPath: %s, readOnly: true}
      """;

  /** Where the files are that travel with the Job, under the volume's name. */
  static final JobMount FILES = new JobMount("files", "configMap: {name: ${FILES}}");

  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: ${FILES}
        namespace: ${NAMESPACE}
        labels: {app.kubernetes.io/name: keycheck}
      data: ${CONTENTS}
      ---
      """;

  /** Returns the ServiceAccount, its rights and the Job, as YAML. */
  String job() {
    String holder = claim.isPresent() ? "" : HOLDER.formatted(RESULTS, kept.toSeconds(), RESULTS);
    return filled(
        text("job.yaml")
            .replace("${RIGHTS}", String.join("---\n", task.rights()))
            .replace("${CONFIG_MAP}", task.files().isEmpty() ? "" : CONFIG_MAP)
            .replace("${HOLDER}", holder)
            .replace(
                "${RESULTS}",
                claim
                    .map(name -> "persistentVolumeClaim: {claimName: " + name + "}")
                    .orElse("emptyDir: {}")),
        RESULTS);
  }

  /** Returns the definition of a plugin for Sonobuoy, as YAML. */
  String sonobuoy() {
    return filled(text("sonobuoy.yaml"), SONOBUOY_RESULTS);
  }

  private String filled(String text, String results) {
    List<String> arguments = new ArrayList<>(List.of("in-job", "--results", results, "--"));
    arguments.addAll(task.command());
    if (task.runs()) {
      arguments.addAll(List.of("--report", results + "/keycheck/report"));
    }
    List<JobMount> mounts = new ArrayList<>(task.mounts());
    if (!task.files().isEmpty()) {
      mounts.add(FILES);
    }
    String filled =
        lines(
                lines(text, "${MOUNTS}", mounts, JobMount::mount),
                "${VOLUMES}",
                mounts,
                JobMount::volume)
            .replace("${CONFINED}", CONFINED)
            .replace("${FILES}", name + "-files")
            .replace("${MEMORY}", task.runs() ? "1280Mi" : "768Mi");
    Map<String, String> values =
        Map.of(
            "NAME", name,
            "NAMESPACE", namespace,
            "IMAGE", quoted(image),
            "PULL", pull,
            "DEADLINE", Long.toString(deadline.toSeconds()));
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    // Last, as what a user wrote may look like a name to be filled in.
    String contents = quoted(new TreeMap<>(task.files()));
    int at = filled.indexOf("${ARGUMENTS}");
    return filled.substring(0, at).replace("${CONTENTS}", contents)
        + quoted(arguments)
        + filled.substring(at + "${ARGUMENTS}".length());
  }

  /** Puts an entry for each into lines of their own, as far in as the name that they replace. */
  private static String lines(
      String text, String placeholder, List<JobMount> mounts, Function<JobMount, String> entry) {
    int at = text.indexOf(placeholder);
    int begin = text.lastIndexOf('\n', at) + 1;
    String indent = text.substring(begin, at);
    String all =
        mounts.stream()
            .map(mount -> indent + entry.apply(mount) + "\n")
            .collect(Collectors.joining());
    return text.substring(0, begin) + all + text.substring(text.indexOf('\n', at) + 1);
  }

  /** JSON is YAML, and leaves no doubt about what a word is. */
  static String quoted(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Words can always be written.", e);
    }
  }

  private static String text(String name) {
    try (InputStream in = JobManifest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
