package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keycheck.lab.cluster.Images;
import io.keycheck.reports.Component;
import io.keycheck.reports.Origin;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A run on k3s from a mirror, as a site has it that reaches no other registry. What was built here
 * stands in the mirror in the place of the official images, the node in that of k3s, and the report
 * is to say so. The driver is installed from its chart, as it is wherever images are pulled.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
final class K3sMirrorLive {
  private static final Map<String, String> OFFICIAL =
      Map.of(
          "driver", "csi-secrets-store/driver:v1.6.0",
          "registrar", "sig-storage/csi-node-driver-registrar:v2.16.0",
          "livenessprobe", "sig-storage/livenessprobe:v2.18.0",
          "vault", "hashicorp/vault:1.21.1",
          "vault-provider", "hashicorp/vault-csi-provider:1.7.4",
          "app", "library/busybox:1.37");

  private static final String BUILD =
      Path.of(System.getProperty("keycheck.root"), "fixtures", "images", "build").toString();

  private static final String K3S = "rancher/k3s:v1.34.4-k3s1";

  @TempDir Path temporary;

  @Test
  void aRunTakesAllFromAMirrorAndCallsNothingOfficialThatIsNot() throws Exception {
    Optional<Path> program = LocalRegistry.program(temporary);
    assumeTrue(program.isPresent(), "Debian's docker-registry is not here and cannot be fetched");
    try (LocalRegistry registry = LocalRegistry.start(program.get(), temporary)) {
      List<String> references = new ArrayList<>();
      try {
        // What a run on k3s makes in a checkout, where it was not made before.
        Keycheck.machine(BUILD, "livenessprobe", "driver-chart");
        Images images = Images.load(Images.cacheFolder());
        new TreeMap<>(OFFICIAL)
            .forEach(
                (name, official) ->
                    references.add(registry.holds(images.reference(name), official)));

        Keycheck.Ended lacking = run(registry.host(), "lacking");
        assertThat(lacking.exitCode()).as(lacking.toString()).isEqualTo(2);
        assertThat(lacking.err())
            .contains(
                "keycheck: The registry %s lacks %s/%s: "
                    .formatted(registry.host(), registry.host(), K3S))
            .doesNotContain("\tat ")
            .doesNotContain("starting a cluster");

        references.add(holdsNodeAsK3s(registry, images.reference("node")));
        Keycheck.Ended ended = run(registry.host(), "report");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertSaysWhatItIs(registry.host(), report());
      } finally {
        references.forEach(K3sMirrorLive::forget);
      }
    }
  }

  private static void assertSaysWhatItIs(String registry, RunReport report) {
    List<Component> components = report.fingerprint().components();
    assertThat(components)
        .as("parts said to be official, where all were built here")
        .noneMatch(part -> part.origin() == Origin.OFFICIAL);
    assertThat(components)
        .as("parts that came from the mirror")
        .filteredOn(part -> part.image().startsWith(registry + "/"))
        .hasSize(7)
        .allSatisfy(
            part ->
                assertThat(part.note())
                    .contains("pulled from " + registry + " under the name of ")
                    .contains("Keycheck's own recipe made it"));
    assertThat(report.fingerprint().facts()).containsEntry("registry", registry);
    assertThat(components)
        .as("the driver, which comes from the chart of its module")
        .filteredOn(part -> part.role().equals("csi-driver"))
        .singleElement()
        .satisfies(
            driver ->
                assertThat(driver.note())
                    .contains("installed from its chart secrets-store-csi-driver 1.6.0 (sha256:"));
    assertThat(report.fingerprint().cluster())
        .as("a node of the kit's under k3s's name is no k3s")
        .isEqualTo("embedded");
  }

  /** The node, to be started as k3s is: by a program /bin/k3s. */
  private String holdsNodeAsK3s(LocalRegistry registry, String node) throws IOException {
    Path context = Files.createDirectory(temporary.resolve("k3s"));
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM " + node + "\nRUN ln -s /usr/local/bin/keycheck-node /bin/k3s\n");
    String image = "keycheck/k3s-stand-in:" + Integer.toHexString(registry.host().hashCode());
    Keycheck.machine(
        "env", "DOCKER_BUILDKIT=0", "docker", "build", "-q", "-t", image, context.toString());
    try {
      return registry.holds(image, K3S);
    } finally {
      Keycheck.machine("docker", "image", "rm", image);
    }
  }

  /** What a run pulled; where none did there is nothing to forget. */
  private static void forget(String reference) {
    Keycheck.machine("sh", "-c", "docker image rm " + reference + " >/dev/null 2>&1 || true");
  }

  private Keycheck.Ended run(String registry, String folder) throws Exception {
    return new Keycheck()
        .run(
            "certify",
            "--suite",
            "vault",
            "--case",
            "mounted-files-hold-exactly-the-stored-bytes",
            "--cluster",
            "k3s",
            "--registry",
            registry,
            "--report",
            temporary.resolve(folder).toString());
  }

  private RunReport report() throws IOException {
    return RunReportJson.read(
        Files.readAllBytes(temporary.resolve("report").resolve("run-report.json")));
  }
}
