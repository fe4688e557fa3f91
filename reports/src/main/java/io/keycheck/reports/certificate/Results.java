package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Counts;
import io.keycheck.reports.Level;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Spoken;
import io.keycheck.reports.Visible;
import io.keycheck.reports.Waiver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what came out: the numbers, what did not pass, and every case with every store. */
final class Results {
  /** As many as a reader takes in at once; the matrix has all of them. */
  private static final int MAX_OPEN = 15;

  private final RunReport report;
  private final List<String> stores;
  private final boolean waived;
  private final boolean faults;
  private final StringBuilder html = new StringBuilder();

  private Results(RunReport report) {
    this.report = report;
    this.stores =
        report.results().stream().map(result -> result.info().store()).distinct().sorted().toList();
    this.faults = Recognition.isJudgedBy(report);
    this.waived = report.counts().waived() > 0;
  }

  static String of(RunReport report) {
    Results results = new Results(report);
    results.html.append("<section class=\"summary\" aria-labelledby=\"results\">\n");
    results.html.append("<h2 id=\"results\">Results</h2>\n");
    results.counts();
    results.notPassed();
    results.waivers();
    results.matrix();
    return results.html.append("</section>\n").toString();
  }

  private void counts() {
    html.append("<table class=\"counts\">\n<caption class=\"unseen\">Cases by outcome</caption>\n");
    html.append("<thead><tr><td></td>");
    for (Outcome outcome : columns().toList()) {
      html.append("<th scope=\"col\">%s</th>".formatted(outcome.word()));
    }
    if (report.selection()) {
      html.append("<th scope=\"col\">not chosen</th>");
    }
    html.append("<th scope=\"col\">total</th></tr></thead>\n<tbody>\n");
    if (!faults) {
      row("core", report.counts(Level.CORE), report.leftOut(Level.CORE));
      row("extended", report.counts(Level.EXTENDED), report.leftOut(Level.EXTENDED));
    }
    row("all", report.counts(), report.leftOut());
    html.append("</tbody>\n</table>\n");
  }

  private Stream<Outcome> columns() {
    return Stream.of(Outcome.values()).filter(outcome -> outcome != Outcome.WAIVED || waived);
  }

  private void row(String name, Counts counts, int leftOut) {
    html.append("<tr><th scope=\"row\">%s</th>".formatted(name));
    columns()
        .forEach(
            outcome ->
                number(
                    outcome.word(),
                    counts.of(outcome) - (outcome == Outcome.SKIPPED ? leftOut : 0)));
    if (report.selection()) {
      number("skipped", leftOut);
    }
    number("total", counts.total());
    html.append("</tr>\n");
  }

  private void number(String tone, int number) {
    html.append("<td class=\"%s\">%d</td>".formatted(number == 0 ? "nil" : tone, number));
  }

  private void notPassed() {
    List<CaseResult> open = report.notPassed();
    if (open.isEmpty()) {
      return;
    }
    html.append(
        "<h3>%s</h3>\n<ul class=\"open\">\n"
            .formatted(faults ? "Not named, or not mended" : "What did not pass"));
    for (CaseResult result : open.subList(0, Math.min(MAX_OPEN, open.size()))) {
      html.append(
          "<li class=\"%s\"><span class=\"verdict\">%s%s</span> %s <span class=\"more\">%s</span><span class=\"why\">%s</span></li>\n"
              .formatted(
                  result.outcome().word(),
                  Words.mark(result.outcome()),
                  result.outcome().word(),
                  Words.link(result.info(), escaped(result.info().promise())),
                  escaped(result.info().store()),
                  escaped(first(result.reason().orElseThrow().sentence()))));
    }
    if (open.size() > MAX_OPEN) {
      html.append("<li>and %d more, see below</li>\n".formatted(open.size() - MAX_OPEN));
    }
    html.append("</ul>\n");
  }

  /** The whole sentence is with the case; here it may not push the others off the page. */
  private static String first(String sentence) {
    String line = Visible.inline(sentence);
    return line.length() <= 240 ? line : line.substring(0, 237) + "…";
  }

  private void waivers() {
    if (report.waivers().isEmpty()) {
      return;
    }
    html.append("<h3>Waivers</h3>\n<ul class=\"open\">\n");
    for (Waiver waiver : report.waivers()) {
      boolean used =
          report.results().stream()
              .anyMatch(r -> report.waiver(r).filter(waiver::equals).isPresent());
      String state = used ? "" : waiver.holdsAt(report.ended()) ? ", not needed" : ", expired";
      html.append(
          "<li><code>%s</code> <span class=\"more\">until %s%s</span><span class=\"why\">%s <a href=\"%s\" rel=\"noreferrer nofollow\">%s</a></span></li>\n"
              .formatted(
                  escaped(waiver.key()),
                  waiver.expires(),
                  state,
                  escaped(waiver.reason()),
                  escaped(waiver.link()),
                  escaped(waiver.link())));
    }
    html.append("</ul>\n");
  }

  private void matrix() {
    html.append(
        "<h3>Every %s</h3>\n<p class=\"aside\">Each result leads to its evidence.</p>\n"
            .formatted(faults ? "fault" : "case"));
    for (Level level : Level.values()) {
      Map<String, Map<String, CaseResult>> byId =
          report.results().stream()
              .filter(result -> result.info().level() == level)
              .collect(
                  Collectors.groupingBy(
                      result -> result.info().id(),
                      TreeMap::new,
                      Collectors.toMap(r -> r.info().store(), r -> r, (a, b) -> a, TreeMap::new)));
      if (!byId.isEmpty()) {
        matrix(level, byId);
      }
    }
  }

  private void matrix(Level level, Map<String, Map<String, CaseResult>> byId) {
    html.append("<table class=\"matrix\">\n");
    html.append(
        "<caption>%s</caption>\n"
            .formatted(faults ? "Faults, by store" : Spoken.capital(level.word())));
    html.append(
        "<thead><tr><th scope=\"col\">%s</th>".formatted(faults ? "Injected fault" : "Promise"));
    stores.forEach(store -> html.append("<th scope=\"col\">%s</th>".formatted(escaped(store))));
    html.append("</tr></thead>\n<tbody>\n");
    for (Map<String, CaseResult> row : byId.values()) {
      CaseInfo info = row.values().iterator().next().info();
      html.append("<tr><th scope=\"row\">%s</th>".formatted(escaped(info.promise())));
      for (String store : stores) {
        html.append(cell(store, row.get(store)));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private String cell(String store, CaseResult result) {
    if (result == null) {
      return "<td class=\"absent\"><span class=\"unseen\">not for %s</span></td>"
          .formatted(escaped(store));
    }
    String time =
        result.duration().isZero()
            ? ""
            : " <span class=\"time\">%s</span>".formatted(Spoken.time(result.duration()));
    return "<td class=\"%s\" data-store=\"%s\">%s%s</td>"
        .formatted(
            result.outcome().word(),
            escaped(store),
            Words.link(
                result.info(),
                "<span class=\"verdict\">%s%s</span><span class=\"unseen\">: %s, %s</span>"
                    .formatted(
                        Words.mark(result.outcome()),
                        Words.outcome(result),
                        escaped(result.info().promise()),
                        escaped(store))),
            time);
  }
}
