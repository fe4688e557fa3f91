package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.cluster.Images;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The cases that differ by the driver's version, on a driver of the line before; only where that
 * was built, for it is built only where somebody asks for it.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
final class DriverVersionLive {
  private static final DriverVersion OLDER = DriverVersion.V1_5_4;

  private static final List<String> DIFFERING =
      List.of(
          "app-runs-on-when-its-rights-are-taken",
          "app-runs-on-when-its-secret-is-deleted",
          "without-rotation-only-a-new-pod-sees-the-new-value",
          "rotated-value-reaches-the-file");

  @TempDir Path temporary;

  @BeforeEach
  void theOlderDriverWasBuilt() {
    String name = OLDER.own("driver");
    assumeTrue(
        Images.load(Images.cacheFolder()).find(name).isPresent(),
        "%s was not built here: fixtures/images/build %s does it".formatted(name, name));
  }

  @Test
  void casesThatDifferHoldOnBothEachInItsWay() throws Exception {
    Keycheck.Ended ended = run("--matrix", OLDER + "," + DriverVersion.USUAL, "--output", "json");
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    JsonNode matrix = new ObjectMapper().readTree(ended.out().strip().replaceFirst("(?s).*\n", ""));
    assertThat(matrix.get("event").asText()).isEqualTo("matrix");
    assertThat(matrix.get("differences")).as("cases that ended otherwise").isEmpty();
    assertThat(matrix.findValuesAsText("found"))
        .as("the versions that the drivers themselves gave")
        .containsExactly("v1.5.4", "v1.6.0");
    assertThat(said("driver-1.5.4")).as("what driver 1.5.4 said").contains("MountRotationFailed");
    assertThat(said("driver-1.6.0")).as("what driver 1.6.0 said").contains("isRemountRequest=true");
  }

  @Test
  void casesThatDifferFailOnTheirOwnFaultsOnTheOlderDriver() throws Exception {
    run("--driver-version", OLDER.toString(), "--fault", "own", "--settle", "25s");
    assertThat(report("").results())
        .filteredOn(result -> DIFFERING.contains(result.info().id()))
        .hasSameSizeAs(DIFFERING)
        .extracting(CaseResult::outcome)
        .containsOnly(Outcome.FAILED);
  }

  private Keycheck.Ended run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("certify", "--suite", "vault"));
    DIFFERING.forEach(id -> all.addAll(List.of("--case", id)));
    all.addAll(List.of("--report", temporary.resolve("report").toString()));
    all.addAll(List.of(arguments));
    return new Keycheck().run(all.toArray(String[]::new));
  }

  private RunReport report(String folder) throws Exception {
    return RunReportJson.read(
        Files.readAllBytes(temporary.resolve("report").resolve(folder).resolve("run-report.json")));
  }

  private String said(String folder) throws Exception {
    return report(folder).results().stream()
        .filter(result -> result.info().id().equals(DIFFERING.get(0)))
        .flatMap(result -> result.seen().evidence().stream())
        .map(Object::toString)
        .reduce("", String::concat);
  }
}
