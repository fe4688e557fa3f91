package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keycheck.reports.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several clusters are one table for people, and one document for programs. */
class FleetWriterTest {
  private static final String WHY =
      "The API server https://10.0.0.1:6443 cannot be reached within 5 s: check the network or VPN,"
          + " and the context.";

  /** Makes a writer to a stream. */
  private interface Form {
    FleetWriter to(OutputStream out) throws IOException;
  }

  private static List<ClusterDiagnosis> fleet() {
    EnvironmentDiagnosis second =
        new EnvironmentDiagnosis(
            "mx-test",
            "env-d",
            DiagnosisVerdict.WARNING,
            List.of(),
            Diagnoses.warned().findings(),
            List.of());
    return List.of(
        ClusterDiagnosis.read("prod-eu", Diagnoses.everything()),
        ClusterDiagnosis.notRead("prod-us", WHY),
        ClusterDiagnosis.read("test", Diagnoses.of(Diagnoses.healthy("mx-test", "env-a"), second)),
        ClusterDiagnosis.read("empty", Diagnoses.of()));
  }

  @Test
  void isATableWithALineForEachNamespaceAndEachClusterThatWasNotRead() throws IOException {
    Golden.assertSame("diagnosis/fleet.txt", text(fleet()));
  }

  @Test
  void theWorstIsTheRootCauseThatMostEnvironmentsShare() {
    EnvironmentDiagnosis once = Diagnoses.warned();
    EnvironmentDiagnosis broken = Diagnoses.broken();
    assertThat(FleetRow.of(Diagnoses.of(once, broken)))
        .singleElement()
        .satisfies(row -> assertThat(row.worst()).isEqualTo("class-not-annotated: crm"));
    assertThat(FleetRow.of(Diagnoses.of(once, once)))
        .singleElement()
        .satisfies(
            row -> assertThat(row.worst()).isEqualTo("rotation-disabled: webshop and 1 more"));
  }

  @Test
  void noForeignTextSteersATerminal() throws IOException {
    List<ClusterDiagnosis> hostile =
        List.of(
            ClusterDiagnosis.read(Diagnoses.HOSTILE, Diagnoses.hostile()),
            ClusterDiagnosis.notRead(Diagnoses.HOSTILE, Diagnoses.HOSTILE));
    assertThat(text(hostile)).doesNotContain("\u001b", "\u202e", "\u0000", "\r");
    assertThat(json(hostile)).matches("[\\x20-\\x7E\\n]*");
  }

  @Test
  void isOneDocumentThatHoldsTheDiagnosesAsTheyAreWrittenAlone() throws IOException {
    JsonNode fleet = new ObjectMapper().readTree(json(fleet()));
    assertThat(schema(FleetJson.schema()).validate(json(fleet()), InputFormat.JSON)).isEmpty();
    JsonNode read = fleet.at("/clusters/0");
    assertThat(read.path("diagnosis"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(Diagnoses.written(Diagnoses.everything(), DiagnosisJson::new)));
    assertThat(
            schema(DiagnosisJson.schema())
                .validate(read.path("diagnosis").toString(), InputFormat.JSON))
        .isEmpty();
    JsonNode other = fleet.at("/clusters/1");
    assertThat(other.path("read").asBoolean()).isFalse();
    assertThat(other.path("notRead").asText()).isEqualTo(WHY);
    assertThat(other.has("diagnosis")).isFalse();
  }

  @Test
  void theSchemaNoticesAClusterThatSaysNeither() throws IOException {
    String neither = "{\"schemaVersion\":\"1.0\",\"clusters\":[{\"context\":\"c\",\"read\":true}]}";
    assertThat(schema(FleetJson.schema()).validate(neither, InputFormat.JSON)).isNotEmpty();
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  private static String text(List<ClusterDiagnosis> fleet) throws IOException {
    return written(fleet, out -> new FleetText(out, TextStyle.PLAIN));
  }

  private static String json(List<ClusterDiagnosis> fleet) throws IOException {
    return written(fleet, FleetJson::new);
  }

  private static String written(List<ClusterDiagnosis> fleet, Form form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FleetWriter writer = form.to(out)) {
      for (ClusterDiagnosis cluster : fleet) {
        writer.cluster(cluster);
      }
      writer.end();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
