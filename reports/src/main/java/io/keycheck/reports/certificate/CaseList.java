package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.block;
import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Measurement;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Spoken;
import io.keycheck.reports.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells of every case what it promises, how it ended, and what was seen; folded until asked for.
 */
final class CaseList {
  private CaseList() {}

  static String of(RunReport report) {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary cases\" aria-labelledby=\"cases\">\n");
    html.append("<h2 id=\"cases\">Evidence</h2>\n");
    for (CaseResult result : report.results()) {
      if (!result.leftOut()) {
        html.append(one(report, result));
      }
    }
    List<CaseResult> leftOut = report.results().stream().filter(CaseResult::leftOut).toList();
    if (!leftOut.isEmpty()) {
      html.append(
          "<p class=\"aside\">%s not chosen: </p>\n<ul class=\"left-out\">\n"
              .formatted(leftOut.size() == 1 ? "1 case was" : leftOut.size() + " cases were"));
      for (CaseResult result : leftOut) {
        html.append(
            "<li id=\"%s\">%s <span class=\"more\">%s</span></li>\n"
                .formatted(
                    Words.anchor(result.info()),
                    escaped(result.info().promise()),
                    escaped(result.info().store())));
      }
      html.append("</ul>\n");
    }
    return html.append("</section>\n").toString();
  }

  private static String one(RunReport report, CaseResult result) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<details class=\"%s\">\n<summary>%s<span class=\"promise\">%s</span> <span class=\"more\">%s, %s%s</span></summary>\n"
            .formatted(
                result.outcome().word(),
                Words.mark(result.outcome()),
                escaped(result.info().promise()),
                escaped(result.info().store()),
                result.outcome().word(),
                result.duration().isZero() ? "" : " in " + Spoken.time(result.duration())));
    // The name is inside, so that a link to it opens the fold.
    html.append(
        "<div class=\"told\" id=\"%s\">\n<dl class=\"story\">\n"
            .formatted(Words.anchor(result.info())));
    html.append(Words.fact("Case", result.info().id() + ", " + result.info().level().word()));
    html.append(
        Words.fact(
            Recognition.isJudgedBy(report) ? "To be named" : "Enforces", result.info().spec()));
    result
        .reason()
        .ifPresent(
            reason ->
                html.append(
                    "<div><dt>%s</dt><dd><code>%s</code><pre>%s</pre></dd></div>\n"
                        .formatted(
                            escaped(Spoken.capital(result.outcome().word())),
                            escaped(reason.code()),
                            block(reason.sentence()))));
    report
        .waiver(result)
        .ifPresent(
            waiver ->
                html.append(
                    Words.fact(
                        "Waived", "until %s: %s".formatted(waiver.expires(), waiver.reason()))));
    if (!result.seen().expected().isEmpty()) {
      html.append(
          Words.fact(
              "Named",
              result.seen().checks().isEmpty()
                  ? "nothing"
                  : String.join(", ", result.seen().checks())));
    } else if (!result.seen().checks().isEmpty()) {
      html.append(Words.fact("Diagnosed", String.join(", ", result.seen().checks())));
    }
    for (Measurement measurement : result.seen().measurements()) {
      html.append(
          Words.fact(
              "Measured",
              measurement.name()
                  + ": "
                  + measurement.time().toMillis()
                  + " ms"
                  + parts(measurement)));
    }
    steps(html, result.seen().steps());
    html.append("</dl>\n");
    for (Evidence piece : result.evidence()) {
      html.append(
          "<h3>%s</h3>\n<pre>%s</pre>\n".formatted(escaped(piece.name()), block(piece.text())));
    }
    return html.append("</div>\n</details>\n").toString();
  }

  private static void steps(StringBuilder html, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    html.append("<div><dt>Steps</dt><dd><ol class=\"steps\">\n");
    for (Step step : steps) {
      html.append(
          "<li%s>%s <span class=\"time\">%s%s</span></li>\n"
              .formatted(
                  step.done() ? "" : " class=\"stopped\"",
                  escaped(step.name()),
                  Spoken.time(step.duration()),
                  step.done() ? "" : ", did not come to its end"));
    }
    html.append("</ol></dd></div>\n");
  }

  private static String parts(Measurement measurement) {
    return measurement.parts().isEmpty()
        ? ""
        : measurement.parts().stream()
            .map(part -> part.name() + " " + part.time().toMillis() + " ms")
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
