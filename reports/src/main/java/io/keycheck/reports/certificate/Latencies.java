package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Measurement;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Spoken;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws what the cases measured, a chart for each thing that was measured. */
final class Latencies {
  private record Bar(CaseResult result, Duration time) {}

  private Latencies() {}

  static String of(RunReport report) {
    Map<String, List<Bar>> charts = new TreeMap<>();
    for (CaseResult result : report.results()) {
      for (Measurement measurement : result.seen().measurements()) {
        charts
            .computeIfAbsent(measurement.name(), name -> new ArrayList<>())
            .add(new Bar(result, measurement.time()));
      }
    }
    if (charts.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary\" aria-labelledby=\"times\">\n");
    html.append("<h2 id=\"times\">Rotation: how long a change takes</h2>\n");
    limit(report).ifPresent(text -> html.append("<p class=\"aside\">" + escaped(text) + "</p>\n"));
    charts.forEach((name, bars) -> chart(html, name, bars));
    return html.append("</section>\n").toString();
  }

  private static Optional<String> limit(RunReport report) {
    return Optional.ofNullable(report.configuration().get("rotate"))
        .map(
            rotate ->
                "The suite waits for at most "
                    + spoken(rotate)
                    + Optional.ofNullable(
                            report.fingerprint().facts().get("driver-rotation-poll-interval"))
                        .map(poll -> "; the driver looks for changes every " + poll)
                        .orElse("")
                    + ".");
  }

  /** A report of another hand may hold any text there. */
  private static String spoken(String duration) {
    try {
      return Spoken.time(Duration.parse(duration));
    } catch (DateTimeException e) {
      return duration;
    }
  }

  private static void chart(StringBuilder html, String name, List<Bar> bars) {
    long longest =
        Math.max(1, bars.stream().mapToLong(bar -> bar.time().toMillis()).max().orElse(1));
    html.append(
        "<table class=\"bars\">\n<caption>%s</caption>\n".formatted(escaped(Spoken.capital(name))));
    html.append(
        "<thead class=\"unseen\"><tr><th scope=\"col\">Case</th><th scope=\"col\">Time</th></tr></thead>\n<tbody>\n");
    Map<CaseInfo, List<Bar>> byCase =
        bars.stream()
            .collect(
                Collectors.groupingBy(
                    bar -> bar.result().info(), TreeMap::new, Collectors.toList()));
    byCase.forEach(
        (info, measured) -> {
          for (int i = 0; i < measured.size(); i++) {
            row(html, label(info, i, measured.size()), measured.get(i).time(), longest);
          }
        });
    html.append("</tbody>\n</table>\n");
  }

  /** Its name once, and then which of its times it is. */
  private static String label(CaseInfo info, int index, int count) {
    String name = index == 0 ? Words.link(info, escaped(info.promise())) + " " : "";
    String which = count == 1 ? "" : ", %d of %d".formatted(index + 1, count);
    return name + "<span class=\"more\">" + escaped(info.store()) + which + "</span>";
  }

  private static void row(StringBuilder html, String label, Duration time, long longest) {
    html.append(
        String.format(
            Locale.ROOT,
            "<tr><th scope=\"row\">%s</th><td><span class=\"bar\" style=\"width:%.1f%%\" aria-hidden=\"true\"></span><span class=\"value\">%.2f s</span></td></tr>\n",
            label,
            70.0 * time.toMillis() / longest,
            time.toMillis() / 1000.0));
  }
}
