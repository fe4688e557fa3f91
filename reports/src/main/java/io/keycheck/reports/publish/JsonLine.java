package io.keycheck.reports.publish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.nio.file.Path;

/** A run as a stream of JSON, one object on a line as soon as there is something to say. */
public final class JsonLine {
  private JsonLine() {}

  /** Returns the line of a case that has ended; the evidence is in the report. */
  public static String of(CaseResult result) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "case")
            .put("id", result.info().id())
            .put("store", result.info().store())
            .put("level", result.info().level().word())
            .put("outcome", result.outcome().word())
            .put("durationMs", result.duration().toMillis());
    result
        .reason()
        .ifPresent(
            reason ->
                line.putObject("reason")
                    .put("code", reason.code())
                    .put("sentence", reason.sentence()));
    return line.toString();
  }

  /** Returns the last line: what came out, and where the report is. */
  public static String of(RunReport report, Path folder) {
    long notChosen = report.results().stream().filter(CaseResult::leftOut).count();
    return JsonNodeFactory.instance
        .objectNode()
        .put("event", "run")
        .put("runId", report.runId())
        .put("suite", report.suite())
        .put("verdict", report.verdict().word())
        .put("title", report.title())
        .put("exitCode", report.exitCode())
        .put("passed", report.counts().passed())
        .put("failed", report.counts().failed())
        .put("waived", report.counts().waived())
        .put("skipped", report.counts().skipped() - notChosen)
        .put("notChosen", notChosen)
        .put("inconclusive", report.counts().inconclusive())
        .put("total", report.counts().total())
        .put("report", folder.toString())
        .put("digest", RunReportJson.digest(report))
        .toString();
  }
}
