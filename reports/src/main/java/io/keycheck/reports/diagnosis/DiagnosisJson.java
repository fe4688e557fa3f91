package io.keycheck.reports.diagnosis;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.keycheck.reports.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a diagnosis as JSON, the form for programs.
 *
 * <p>Equal diagnoses have equal bytes. All of them are ASCII, so that no terminal is steered and no
 * pager misled by a name; texts are as they were seen, written in escapes.
 */
public final class DiagnosisJson implements DiagnosisWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          // Half a diagnosis must not parse.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final JsonGenerator json;

  /** Makes a writer to the stream. */
  public DiagnosisJson(OutputStream out) throws IOException {
    this(generator(out));
  }

  /** Makes a writer of diagnoses that are part of a larger document. */
  DiagnosisJson(JsonGenerator json) {
    this.json = json;
  }

  /** Returns what lays out and escapes as every diagnosis is. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    json.setCharacterEscapes(new DeleteToo());
    json.setPrettyPrinter(CanonicalJson.printer());
    return json;
  }

  /** Returns the JSON Schema (draft 2020-12) that every written diagnosis satisfies. */
  public static String schema() {
    try (InputStream schema = DiagnosisJson.class.getResourceAsStream("diagnosis.schema.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The schema lies beside this class.", e);
    }
  }

  @Override
  public void begin(DiagnosisHeader header) throws IOException {
    json.writeStartObject();
    json.writeStringField("schemaVersion", Diagnosis.SCHEMA_VERSION);
    json.writeStringField("operatorVersion", header.operatorVersion());
    json.writeStringField("source", header.source());
    strings("notes", header.notes());
    json.writeArrayFieldStart("environments");
  }

  @Override
  public void environment(EnvironmentDiagnosis environment) throws IOException {
    json.writeStartObject();
    json.writeStringField("namespace", environment.namespace());
    json.writeStringField("environment", environment.environment());
    json.writeStringField("verdict", environment.verdict().word());
    json.writeArrayFieldStart("chain");
    for (Link link : environment.chain()) {
      link(link);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : environment.findings()) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unknown");
    for (UnknownCheck unknown : environment.unknown()) {
      json.writeStartObject();
      json.writeStringField("check", unknown.check());
      json.writeStringField("needs", unknown.needs());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    endObject();
    json.writeRaw('\n');
    json.flush();
  }

  /** Writes a whole diagnosis as a value of the larger document. */
  void nested(Diagnosis diagnosis) throws IOException {
    begin(diagnosis.header());
    for (EnvironmentDiagnosis environment : diagnosis.environments()) {
      environment(environment);
    }
    endObject();
  }

  private void endObject() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void link(Link link) throws IOException {
    json.writeStartObject();
    json.writeStringField("part", link.part().word());
    json.writeStringField("label", link.label());
    json.writeStringField("state", link.state().word());
    strings("checks", link.checks());
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("check", finding.check());
    json.writeStringField("level", finding.level().word());
    json.writeStringField("object", finding.object().toString());
    json.writeStringField("saw", finding.saw());
    json.writeStringField("why", finding.why());
    strings("remedy", finding.remedy());
    json.writeArrayFieldStart("consequences");
    for (Consequence consequence : finding.consequences()) {
      json.writeStartObject();
      json.writeStringField("object", consequence.object().toString());
      json.writeStringField("saw", consequence.saw());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void strings(String field, List<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** What JSON itself asks to escape, and the one control character of ASCII that it forgets. */
  private static final class DeleteToo extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    DeleteToo() {
      escapes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return null; // the standard one
    }
  }
}
