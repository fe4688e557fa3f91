package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keycheck.reports.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisJsonTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(DiagnosisJson.schema());

  static Stream<Diagnosis> diagnoses() {
    return Stream.of(
        Diagnoses.everything(), Diagnoses.of(), Diagnoses.crowd(7), Diagnoses.hostile());
  }

  @Test
  void isWhatProgramsKnow() throws IOException {
    Golden.assertSame("diagnosis/diagnosis.json", json(Diagnoses.everything()));
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void satisfiesTheSchema(Diagnosis diagnosis) throws IOException {
    assertThat(SCHEMA.validate(json(diagnosis), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaNoticesAWrongVerdict() throws IOException {
    String wrong = json(Diagnoses.everything()).replace("\"not-used\"", "\"fine\"");
    assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void isVisibleAsciiWhateverItHolds(Diagnosis diagnosis) throws IOException {
    assertThat(json(diagnosis)).endsWith("}\n").matches("[\\x20-\\x7E\\n]*");
  }

  @Test
  void textsAreAsTheyWereSeenAndLongOnesSayWhatWasCut() throws IOException {
    JsonNode environment =
        new ObjectMapper().readTree(json(Diagnoses.hostile())).get("environments").get(0);
    assertThat(environment.get("namespace").textValue())
        .contains("\u001B[2J", "</testsuite>", "\r\nrm", "\u202E");
    assertThat(environment.at("/findings/0/saw").textValue())
        .hasSizeLessThan(Kept.MAX_TEXT)
        .containsPattern("\\[cut: \\d+ of 1000\\d\\d\\d bytes kept]");
  }

  @Test
  void halfADiagnosisDoesNotParse() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiagnosisWriter writer = new DiagnosisJson(out)) {
      writer.begin(Diagnoses.everything().header());
      writer.environment(Diagnoses.broken());
    }
    assertThatThrownBy(() -> new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static String json(Diagnosis diagnosis) throws IOException {
    return Diagnoses.written(diagnosis, DiagnosisJson::new);
  }
}
