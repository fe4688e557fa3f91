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

/**
 * What a run in the cluster is made of.
 *
 * @param name the name of the Job and of its ServiceAccount
 * @param namespace where it runs
 * @param image the image of the kit
 * @param pull when the image is pulled, as Kubernetes says it
 * @param command the command with its arguments, as after {@code keycheck}
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
    List<String> command,
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
                command: [/bin/sh, -c, 'until [ -f %s/done ]; do sleep 1; done; sleep %d']
                securityContext: ${CONFINED}
                resources:
                  requests: {cpu: 5m, memory: 8Mi}
                  limits: {memory: 32Mi}
                volumeMounts:
                  - {name: results, mountPath: %s, readOnly: true}
      """;

  /** Keeps a copy of the list. */
  JobManifest {
    command = List.copyOf(command);
  }

  /**
   * Returns the ServiceAccount, its rights and the Job, as YAML.
   *
   * @param rights the manifests of its rights
   */
  String job(List<String> rights) {
    String holder = claim.isPresent() ? "" : HOLDER.formatted(RESULTS, kept.toSeconds(), RESULTS);
    return filled(
        text("job.yaml")
            .replace("${RIGHTS}", String.join("---\n", rights))
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
    arguments.addAll(command);
    String filled = text.replace("${CONFINED}", CONFINED);
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
    return filled.replace("${ARGUMENTS}", quoted(arguments));
  }

  /** JSON is YAML, and leaves no doubt about what a word is. */
  private static String quoted(Object value) {
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
