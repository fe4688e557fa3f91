package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.Component;
import io.keycheck.reports.Origin;
import io.keycheck.reports.RunReport;
import java.util.Map;

/** Lists what the run was tried on, closely enough to tell two environments apart. */
final class Parts {
  private Parts() {}

  static String of(RunReport report) {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary\" aria-labelledby=\"parts\">\n");
    html.append("<h2 id=\"parts\">What it was tried on</h2>\n<ul class=\"parts\">\n");
    for (Component part : report.fingerprint().components()) {
      html.append(part(part));
    }
    html.append("</ul>\n");
    facts(html, "Facts", report.fingerprint().facts());
    facts(html, "Settings", report.configuration());
    return html.append("</section>\n").toString();
  }

  private static String part(Component part) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<li class=\"%s\"><span class=\"name\">%s <span class=\"more\">%s</span></span> <span class=\"origin\">%s</span> <span class=\"more\">%s</span>"
            .formatted(
                part.origin() == Origin.STAND_IN ? "stood-in" : "real",
                escaped(part.name()),
                escaped(part.version()),
                part.origin().word(),
                escaped(part.role())));
    for (String detail : new String[] {part.note(), part.image(), part.imageDigest()}) {
      if (!detail.isEmpty()) {
        String element = detail.equals(part.note()) ? "span" : "code";
        html.append("<%s class=\"detail\">%s</%s>".formatted(element, escaped(detail), element));
      }
    }
    return html.append("</li>\n").toString();
  }

  private static void facts(StringBuilder html, String title, Map<String, String> facts) {
    if (facts.isEmpty()) {
      return;
    }
    html.append("<h3>%s</h3>\n<dl class=\"settings\">\n".formatted(title));
    facts.forEach((name, value) -> html.append(Words.fact(name, value)));
    html.append("</dl>\n");
  }
}
