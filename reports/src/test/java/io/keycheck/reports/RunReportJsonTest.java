package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportJsonTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RunReportJson.schema());

  private final String everything = json(Reports.everything());

  static Stream<RunReport> reports() {
    return Stream.of(
        Reports.everything(),
        Reports.vault("p | p"),
        Reports.vault(""),
        Reports.run("vault", true, Optional.of("wrong-bytes"), "p - | -"),
        Reports.hostileReport());
  }

  @Test
  void isWhatReadersOfEarlierReportsKnow() throws IOException {
    Golden.assertSame("run-report.json", everything);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void satisfiesTheSchema(RunReport report) {
    assertThat(violations(json(report))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void readsBackAsWhatWasWritten(RunReport report) throws IOException {
    assertThat(RunReportJson.read(RunReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void equalReportsHaveEqualBytes() {
    List<CaseResult> results = new ArrayList<>(Reports.vault("p f s i | p s").results());
    String digest = RunReportJson.digest(Reports.of(results, Reports.KUBERNETES, Reports.PROVIDER));
    Collections.reverse(results);
    assertThat(RunReportJson.digest(Reports.of(results, Reports.PROVIDER, Reports.KUBERNETES)))
        .isEqualTo(digest)
        .matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void namesStandInsInAFieldOfTheirOwn() {
    assertThat(everything)
        .contains("\"standIns\": [\n    \"vault-provider\"\n  ]")
        .contains("\"title\": \"not conformant with stand-ins: vault-provider\"");
  }

  /** Renames each property of the report in turn; names of facts, which are free, hold hyphens. */
  @Test
  void theSchemaMissesWhateverIsLeftOut() {
    Matcher property = Pattern.compile("\"([A-Za-z]+)\": ").matcher(everything);
    int tried = 0;
    while (property.find()) {
      String renamed =
          everything.substring(0, property.start())
              + "\"x-"
              + everything.substring(property.start() + 1);
      assertThat(violations(renamed)).as(property.group(1)).isNotEmpty();
      tried++;
    }
    assertThat(tried).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"outcome\": \"passed\"|\"outcome\": \"failed\"",
        "\"outcome\": \"failed\"|\"outcome\": \"passed\"",
        "\"outcome\": \"failed\"|\"outcome\": \"broken\"",
        "\"schemaVersion\": \"1.0\"|\"schemaVersion\": \"main\"",
        "\"started\": \"2026-03-01T12:00:00.250Z\"|\"started\": \"yesterday\"",
        "\"origin\": \"stand-in\"|\"origin\": \"real\"",
        "\"id\": \"another-account-is-refused\"|\"id\": \"Another Account\"",
        "\"exitCode\": 1|\"exitCode\": 2",
        "\"durationMs\": 12345|\"durationMs\": -1",
      })
  void theSchemaRefusesWhatNoReportSays(String right, String wrong) {
    assertThat(everything).contains(right);
    assertThat(violations(everything.replaceFirst(Pattern.quote(right), wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"verdict\": \"not-conformant\"|\"verdict\": \"conformant\"|verdict is \"conformant\", but by its results it is \"not-conformant\"",
        "\"exitCode\": 1|\"exitCode\": 0|exitCode is 0, but by its results it is 1",
        "\"failed\": 1|\"failed\": 0|counts.all.failed is 0, but by its results it is 1",
        "with stand-ins: vault-provider|with nothing|title is",
      })
  void refusesAReportThatContradictsItself(String right, String wrong, String sentence) {
    String tampered = everything.replaceFirst(Pattern.quote(right), wrong);
    assertThat(tampered).isNotEqualTo(everything);
    assertThatThrownBy(() -> read(tampered))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageStartingWith("The report contradicts itself: " + sentence)
        .hasMessageEndingWith(".");
  }

  @Test
  void refusesAReportWithAnExtraOrADoubledProperty() {
    assertThatThrownBy(() -> read(everything.replaceFirst("\\{", "{\"extra\": 1,")))
        .hasMessage("The report holds extra, which no report has.");
    assertThatThrownBy(() -> read(everything.replaceFirst("\\{", "{\"suite\": \"aws\",")))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining("it is not JSON from line");
  }

  @Test
  void refusesAReportOfANewerSchema() {
    assertThatThrownBy(() -> read(everything.replace("\"1.0\"", "\"7.0\"")))
        .isInstanceOf(UnreadableReport.class)
        .hasMessage(
            "This report has schema version 7.0, and this kit reads 1.0: use the kit that wrote it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "42",
        "<Right>apiVersion: v1",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": \"1.0\"}",
        "{\"schemaVersion\": \"1.0\", \"runId\": \"\u001B[2J\"}",
      })
  void refusesWhatIsNoReportInOneSentence(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableReport.class)
        .message()
        .startsWith("This is no run report: ")
        .endsWith(".")
        .doesNotContain("\n", "\u001B");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000})
  void refusesHalfAReport(int cut) {
    assertThatThrownBy(() -> read(everything.substring(0, everything.length() - cut - 2)))
        .isInstanceOf(UnreadableReport.class);
  }

  @Test
  void refusesAFileOfAGigabyteWithoutReadingIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run-report.json");
    try (var channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.position(1L << 30).write(ByteBuffer.wrap(new byte[] {'}'}));
    }
    assertThatThrownBy(() -> RunReportJson.read(file))
        .isInstanceOf(UnreadableReport.class)
        .hasMessage(file + " is larger than 64 MiB, which no run report is.");
  }

  private static RunReport read(String json) throws UnreadableReport {
    return RunReportJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(RunReport report) {
    return new String(RunReportJson.write(report), StandardCharsets.UTF_8);
  }

  private static List<String> violations(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
