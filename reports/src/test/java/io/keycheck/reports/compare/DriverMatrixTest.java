package io.keycheck.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Component;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.compare.DriverMatrix.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverMatrixTest {
  private static final Reason TOLD = new Reason("driver-tells-versions", "It tells versions.");

  private static Column column(String version, CaseResult... results) {
    RunReport report =
        Reports.of(
            List.of(results),
            Reports.KUBERNETES,
            new Component("csi-driver", "d", "v" + version, "", "", Origin.BUILT, ""));
    return Column.of(version, report, Path.of("/reports", "driver-" + version));
  }

  private static CaseResult passed(String id) {
    return Reports.ended(Reports.core(id), Outcome.PASSED);
  }

  private static CaseResult skipped(String id) {
    return CaseResult.skipped(Reports.core(id), TOLD, Reports.STARTED);
  }

  private static DriverMatrix matrix(Column... columns) {
    return new DriverMatrix("vault", Arrays.asList(columns));
  }

  @Test
  void casesThatEndedAlikeAreNoRow() {
    DriverMatrix matrix =
        matrix(
            column("1.5.4", passed("a"), skipped("b")), column("1.6.0", passed("a"), passed("b")));
    assertThat(matrix.toText())
        .isEqualTo(
            """
                          driver 1.5.4                     driver 1.6.0
            b/vault       skipped (driver-tells-versions)  passed
            found         v1.5.4                           v1.6.0
            passed        1                                2
            failed        0                                0
            skipped       1                                0
            inconclusive  0                                0
            took          58.2 s                           58.2 s
            verdict       partial                          conformant
            exit code     1                                0
            Of 2 cases 1 ended otherwise from run to run.
            """);
  }

  @Test
  void aRunThatBrokeIsSaidAndKeepsTheOthersRows() {
    DriverMatrix matrix =
        matrix(
            Column.broken("1.5.4", "The node did not start."),
            column("1.6.0", passed("a"), passed("b")));
    assertThat(matrix.differences()).isEmpty();
    assertThat(matrix.toText())
        .contains("passed        -             2\n", "verdict       broken        conformant\n")
        .endsWith(
            "No two runs came to an end, so nothing can be compared.\n"
                + "driver 1.5.4: The node did not start.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "p, p, 0",
    "p, f, 1",
    "f, p, 1",
    "i, p, 3",
    "i, f, 1",
    "broken, p, 2",
    "broken, i, 2",
    "f, broken, 1"
  })
  void theExitCodeIsThatOfTheRunThatWentWorst(String one, String other, int code) {
    assertThat(matrix(ended(one), ended(other)).exitCode()).isEqualTo(code);
  }

  private static Column ended(String how) {
    return how.equals("broken")
        ? Column.broken("1.5.4", "It broke.")
        : Column.of("1.5.4", Reports.vault(how), Path.of("r"));
  }

  @Test
  void machinesGetTheSameOnOneLine() throws IOException {
    String line =
        matrix(
                column("1.5.4", passed("a"), skipped("b")),
                column("1.6.0", passed("a"), passed("b")),
                Column.broken("1.7.0", "It broke."))
            .toJson();
    assertThat(line).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("event").asText()).isEqualTo("matrix");
    assertThat(json.get("exitCode").asInt()).isEqualTo(1);
    assertThat(json.at("/runs/0/found").asText()).isEqualTo("v1.5.4");
    assertThat(json.at("/runs/0/report").asText()).isEqualTo("/reports/driver-1.5.4");
    assertThat(json.at("/runs/1/verdict").asText()).isEqualTo("conformant");
    assertThat(json.at("/runs/2/trouble").asText()).isEqualTo("It broke.");
    assertThat(json.get("differences").get("b/vault").get("1.6.0").asText()).isEqualTo("passed");
    assertThat(json.get("differences").get("b/vault").get("1.7.0").asText()).isEqualTo("-");
    assertThat(json.get("differences").has("a/vault")).isFalse();
  }
}
