package io.keycheck.reports.diagnosis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the diagnoses of several clusters as one JSON document: of each what {@link DiagnosisJson}
 * would write of it alone.
 */
public final class FleetJson implements FleetWriter {
  private final JsonGenerator json;
  private boolean begun;

  /** Makes a writer to the stream. */
  public FleetJson(OutputStream out) throws IOException {
    json = DiagnosisJson.generator(out);
  }

  /** Returns the JSON Schema (draft 2020-12) of all but the diagnoses, which have their own. */
  public static String schema() {
    try (InputStream schema = FleetJson.class.getResourceAsStream("fleet.schema.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The schema lies beside this class.", e);
    }
  }

  @Override
  public void cluster(ClusterDiagnosis cluster) throws IOException {
    begin();
    json.writeStartObject();
    json.writeStringField("context", cluster.context());
    json.writeBooleanField("read", cluster.diagnosis().isPresent());
    if (cluster.diagnosis().isPresent()) {
      json.writeFieldName("diagnosis");
      new DiagnosisJson(json).nested(cluster.diagnosis().get());
    } else {
      json.writeStringField("notRead", cluster.notRead());
    }
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    begin();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      json.writeStartObject();
      json.writeStringField("schemaVersion", Diagnosis.SCHEMA_VERSION);
      json.writeArrayFieldStart("clusters");
    }
  }
}
