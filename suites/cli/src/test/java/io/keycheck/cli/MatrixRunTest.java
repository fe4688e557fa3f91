package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.RunSettings;
import io.keycheck.cases.Suite;
import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Several versions of the driver, one after the other: whatever becomes of one, all is said. */
class MatrixRunTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<DriverVersion> begun = new ArrayList<>();

  private static MatrixRun matrix() {
    return MatrixRun.of(
        Settings.of(
            Map.of("matrix", "1.5.4, 1.6.0", "report", "/r/whole"), Map.of(), Optional.empty()));
  }

  private int run(String form, int before, Function<RunSettings, RunReport> once) {
    PrintWriter printed = new PrintWriter(out);
    Console console = new Console(printed, new PrintWriter(err), false);
    return matrix()
        .run(
            told -> {
              begun.add(told.lab().driverVersion());
              return once.apply(told);
            },
            () -> begun.size() >= before,
            console,
            RunOutput.of(form, printed, Map.of()));
  }

  private static RunReport report(boolean passed) {
    Catalogue catalogue = CaseCatalogue.of(Suite.VAULT);
    List<CaseResult> results =
        catalogue.cases().stream()
            .map(
                info ->
                    passed
                        ? CaseResult.passed(info, NOW, Duration.ofSeconds(1), Observations.NONE)
                        : CaseResult.inconclusive(info, new Reason("broke", "It broke."), NOW))
            .toList();
    return new RunReport(
        RunReport.SCHEMA_VERSION,
        "1a2b3c",
        "vault",
        false,
        Optional.empty(),
        NOW,
        NOW,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Kit("0.1.0", "unknown", catalogue.digest()),
        Map.of(),
        new Fingerprint("embedded", List.of(), Map.of()),
        results);
  }

  @Test
  void eachRunHasItsVersionAndAFolderOfItsOwn() {
    assertThat(matrix().settings())
        .extracting(told -> told.lab().driverVersion(), RunSettings::report)
        .containsExactly(
            tuple(DriverVersion.V1_5_4, Path.of("/r/whole/driver-1.5.4")),
            tuple(DriverVersion.V1_6_0, Path.of("/r/whole/driver-1.6.0")));
  }

  @Test
  void aVariableAsksForSeveralToo() {
    Settings given =
        Settings.of(Map.of(), Map.of("KEYCHECK_MATRIX", "1.6.0,1.5.4"), Optional.empty());
    assertThat(MatrixRun.of(given).settings())
        .extracting(told -> told.report().getParent().getFileName().toString())
        .allMatch(name -> name.startsWith("vault-matrix-"));
  }

  @Test
  void allRunAndOneTableEndsIt() {
    assertThat(run("text", 9, told -> report(true))).isZero();
    assertThat(begun).containsExactly(DriverVersion.V1_5_4, DriverVersion.V1_6_0);
    assertThat(out.toString()).contains("driver 1.5.4", "0 ended otherwise");
    assertThat(err.toString()).contains("driver 1.5.4, 1 of 2", "driver 1.6.0, 2 of 2");
  }

  @Test
  void aRunThatBreaksKeepsNoOtherFromBeingTried() {
    int code =
        run(
            "text",
            9,
            told -> {
              if (told.lab().driverVersion() == DriverVersion.V1_5_4) {
                throw new SetUpFailed("The node did not start.");
              }
              return report(true);
            });
    assertThat(code).isEqualTo(2);
    assertThat(begun).hasSize(2);
    assertThat(out.toString()).endsWith("driver 1.5.4: The node did not start.\n");
  }

  @Test
  void whatWasNotBegunWhenTheUserInterruptedIsSaid() throws IOException {
    assertThat(run("json", 1, told -> report(false))).isEqualTo(2);
    assertThat(begun).containsExactly(DriverVersion.V1_5_4);
    JsonNode said = new ObjectMapper().readTree(out.toString());
    assertThat(said.at("/runs/0/verdict").asText()).isEqualTo("inconclusive");
    assertThat(said.at("/runs/1/trouble").asText())
        .isEqualTo("It was interrupted before it began.");
  }
}
