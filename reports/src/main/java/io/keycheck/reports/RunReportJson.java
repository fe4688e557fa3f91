package io.keycheck.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes and reads {@code run-report.json}.
 *
 * <p>Two reports of equal content have equal bytes. What follows from the results (verdict, title,
 * counts, exit code, stand-ins) is written too, so that a reader need not know the rules; when read
 * back, it has to be what the results say.
 */
public final class RunReportJson {
  /** Size of the largest file that is read, in bytes: many times what a run yields. */
  public static final long MAX_BYTES = 64L * 1024 * 1024;

  private RunReportJson() {}

  /** Returns the report as canonical JSON in UTF-8. */
  public static byte[] write(RunReport report) {
    return CanonicalJson.bytes(tree(report));
  }

  /** Returns {@code sha256:} and the digest in hexadecimal over what {@link #write} returns. */
  public static String digest(RunReport report) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(write(report)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** Returns the JSON Schema (draft 2020-12) that every written report satisfies. */
  public static String schema() {
    try (InputStream schema = RunReportJson.class.getResourceAsStream("run-report.schema.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The schema lies beside this class.", e);
    }
  }

  /**
   * Returns the report in the file.
   *
   * @throws UnreadableReport if it holds none, one of another schema version, or one that
   *     contradicts itself
   */
  public static RunReport read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new UnreadableReport(
          "%s is larger than %d MiB, which no run report is."
              .formatted(file, MAX_BYTES / (1024 * 1024)));
    }
    return read(Files.readAllBytes(file));
  }

  /**
   * Returns the report in these bytes.
   *
   * @throws UnreadableReport as {@link #read(Path)} does
   */
  public static RunReport read(byte[] json) throws UnreadableReport {
    JsonNode given = parse(json);
    RunReport report = ReportTree.report(given);
    try {
      Contradiction.refuse(given, CanonicalJson.parse(write(report)));
    } catch (UnreadableReport e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("What was just written can be parsed.", e);
    }
    return report;
  }

  /**
   * Refuses what is no run report at all, and one that another version of the kit has to read.
   *
   * @throws UnreadableReport as {@link #read(Path)} does
   */
  public static void requireKnownVersion(byte[] json) throws UnreadableReport {
    ReportTree.requireKnownVersion(parse(json));
  }

  private static JsonNode parse(byte[] json) throws UnreadableReport {
    try {
      return CanonicalJson.parse(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableReport(
          "This is no run report: it is not JSON from line %d, column %d on."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new UnreadableReport("This is no run report: it is not JSON.", e);
    }
  }

  private static ObjectNode tree(RunReport report) {
    ObjectNode tree = CanonicalJson.object();
    tree.put("schemaVersion", report.schemaVersion());
    tree.put("runId", report.runId());
    tree.put("suite", report.suite());
    tree.put("selection", report.selection());
    report.fault().ifPresent(fault -> tree.put("fault", fault));
    tree.put("started", CanonicalJson.instant(report.started()));
    tree.put("ended", CanonicalJson.instant(report.ended()));
    tree.put("verdict", report.verdict().word());
    tree.put("title", report.title());
    tree.put("exitCode", report.exitCode());
    ArrayNode standIns = tree.putArray("standIns");
    report.fingerprint().standIns().forEach(standIns::add);
    report.subject().ifPresent(subject -> tree.set("subject", tree(subject.byName())));
    ArrayNode waivers = tree.putArray("waivers");
    report.waivers().forEach(waiver -> waivers.add(tree(waiver)));
    report.rerun().ifPresent(rerun -> tree.set("rerun", tree(rerun)));
    ObjectNode counts = tree.putObject("counts");
    counts.set("core", tree(report.counts(Level.CORE)));
    counts.set("extended", tree(report.counts(Level.EXTENDED)));
    counts.set("all", tree(report.counts()));
    tree.putObject("kit")
        .put("version", report.kit().version())
        .put("commit", report.kit().commit())
        .put("catalogueDigest", report.kit().catalogueDigest());
    tree.set("configuration", tree(report.configuration()));
    tree.set("fingerprint", tree(report.fingerprint()));
    ArrayNode results = tree.putArray("results");
    report.results().forEach(result -> results.add(tree(result)));
    return tree;
  }

  private static ObjectNode tree(Counts counts) {
    return CanonicalJson.object()
        .put("passed", counts.passed())
        .put("failed", counts.failed())
        .put("waived", counts.waived())
        .put("skipped", counts.skipped())
        .put("inconclusive", counts.inconclusive())
        .put("total", counts.total());
  }

  private static ObjectNode tree(Waiver waiver) {
    ObjectNode tree =
        CanonicalJson.object()
            .put("case", waiver.caseId())
            .put("reason", waiver.reason())
            .put("link", waiver.link())
            .put("expires", waiver.expires().toString());
    waiver.store().ifPresent(store -> tree.put("store", store));
    return tree;
  }

  private static ObjectNode tree(Rerun rerun) {
    ObjectNode tree =
        CanonicalJson.object()
            .put("runId", rerun.runId())
            .put("digest", rerun.digest())
            .put("started", CanonicalJson.instant(rerun.started()));
    ArrayNode cases = tree.putArray("cases");
    rerun.cases().forEach(cases::add);
    return tree;
  }

  private static ObjectNode tree(Map<String, String> facts) {
    ObjectNode tree = CanonicalJson.object();
    facts.forEach(tree::put);
    return tree;
  }

  private static ObjectNode tree(Fingerprint fingerprint) {
    ObjectNode tree = CanonicalJson.object();
    tree.put("cluster", fingerprint.cluster());
    tree.set("facts", tree(fingerprint.facts()));
    ArrayNode components = tree.putArray("components");
    for (Component component : fingerprint.components()) {
      components
          .addObject()
          .put("role", component.role())
          .put("name", component.name())
          .put("version", component.version())
          .put("image", component.image())
          .put("imageDigest", component.imageDigest())
          .put("origin", component.origin().word())
          .put("note", component.note());
    }
    return tree;
  }

  /** Returns what a report says of one case. */
  static ObjectNode tree(CaseResult result) {
    ObjectNode tree =
        CanonicalJson.object()
            .put("id", result.info().id())
            .put("store", result.info().store())
            .put("level", result.info().level().word())
            .put("promise", result.info().promise())
            .put("spec", result.info().spec())
            .put("since", result.info().since())
            .put("outcome", result.outcome().word())
            .put("started", CanonicalJson.instant(result.started()))
            .put("durationMs", result.duration().toMillis());
    result
        .reason()
        .ifPresent(
            reason ->
                tree.putObject("reason")
                    .put("code", reason.code())
                    .put("sentence", reason.sentence()));
    ArrayNode steps = tree.putArray("steps");
    for (Step step : result.seen().steps()) {
      steps
          .addObject()
          .put("name", step.name())
          .put("started", CanonicalJson.instant(step.started()))
          .put("durationMs", step.duration().toMillis())
          .put("done", step.done());
    }
    ArrayNode measurements = tree.putArray("measurements");
    for (Measurement measurement : result.seen().measurements()) {
      ObjectNode measured =
          measurements
              .addObject()
              .put("name", measurement.name())
              .put("ms", measurement.time().toMillis());
      if (!measurement.parts().isEmpty()) {
        ArrayNode parts = measured.putArray("parts");
        measurement
            .parts()
            .forEach(
                part ->
                    parts.addObject().put("name", part.name()).put("ms", part.time().toMillis()));
      }
    }
    ArrayNode checks = tree.putArray("checks");
    result.seen().checks().forEach(checks::add);
    if (!result.seen().expected().isEmpty()) {
      ArrayNode expected = tree.putArray("expected");
      result.seen().expected().forEach(expected::add);
    }
    ArrayNode evidence = tree.putArray("evidence");
    for (Evidence piece : result.evidence()) {
      evidence.addObject().put("name", piece.name()).put("text", piece.text());
    }
    return tree;
  }
}
