package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.html.Html;
import java.util.List;
import java.util.TreeSet;

/**
 * Shows by which check {@code keycheck diagnose} named what was wrong in a case: a row for each
 * case, a column for each check that any of them needed.
 */
final class FaultMatrix {
  private FaultMatrix() {}

  static String of(RunReport report) {
    List<CaseResult> diagnosed =
        report.results().stream().filter(result -> !result.seen().checks().isEmpty()).toList();
    if (diagnosed.isEmpty()) {
      return "";
    }
    TreeSet<String> checks = new TreeSet<>();
    diagnosed.forEach(result -> checks.addAll(result.seen().checks()));
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary\" aria-labelledby=\"faults\">\n");
    html.append("<h2 id=\"faults\">Faults and the checks that name them</h2>\n");
    html.append(
        "<p class=\"aside\">What <b>keycheck diagnose</b> said of the environment of each case that did"
            + " not pass, while it was still there. Of a case without a row it had nothing to say, as"
            + " where a file holds other bytes.</p>\n");
    html.append(
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Cases and checks\">\n");
    html.append("<table class=\"faults\">\n<thead><tr><th scope=\"col\">Case</th>");
    checks.forEach(
        check -> html.append("<th scope=\"col\"><span>%s</span></th>".formatted(escaped(check))));
    html.append("</tr></thead>\n<tbody>\n");
    for (CaseResult result : diagnosed) {
      html.append(
          "<tr><th scope=\"row\">%s <span class=\"more\">%s</span></th>"
              .formatted(
                  Words.link(result.info(), escaped(result.info().promise())),
                  escaped(result.info().store())));
      for (String check : checks) {
        html.append(
            result.seen().checks().contains(check)
                ? "<td class=\"named\">%s<span class=\"unseen\">named</span></td>"
                    .formatted(Html.mark("named"))
                : "<td></td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n</section>\n").toString();
  }
}
