package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Measurement;
import io.keycheck.reports.Measurement.Part;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Spoken;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws what the cases measured, a chart for each thing that was measured. */
final class Latencies {
  private static final int SHADES = 5;

  private record Bar(CaseResult result, Measurement measured) {
    Duration time() {
      return measured.time();
    }
  }

  private Latencies() {}

  static String of(RunReport report) {
    Map<String, List<Bar>> charts = new TreeMap<>();
    for (CaseResult result : report.results()) {
      for (Measurement measurement : result.seen().measurements()) {
        charts
            .computeIfAbsent(measurement.name(), name -> new ArrayList<>())
            .add(new Bar(result, measurement));
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
    List<String> shades =
        bars.stream()
            .flatMap(bar -> bar.measured().parts().stream())
            .map(Part::name)
            .distinct()
            .toList();
    byCase.forEach(
        (info, measured) -> {
          for (int i = 0; i < measured.size(); i++) {
            row(html, label(info, i, measured.size()), measured.get(i).measured(), longest, shades);
          }
        });
    html.append("</tbody>\n</table>\n");
    legend(html, bars);
  }

  /** Its name once, and then which of its times it is. */
  private static String label(CaseInfo info, int index, int count) {
    String name = index == 0 ? Words.link(info, escaped(info.promise())) + " " : "";
    String which = count == 1 ? "" : ", %d of %d".formatted(index + 1, count);
    return name + "<span class=\"more\">" + escaped(info.store()) + which + "</span>";
  }

  private static void row(
      StringBuilder html, String label, Measurement measured, long longest, List<String> shades) {
    html.append("<tr><th scope=\"row\">%s</th><td>".formatted(label));
    List<Part> parts = measured.parts();
    if (parts.isEmpty()) {
      html.append(bar("bar", measured.time(), longest));
    } else {
      html.append("<span class=\"parts\" aria-hidden=\"true\">");
      for (Part part : parts) {
        int shade = shades.indexOf(part.name()) % SHADES;
        html.append(bar("bar part-" + shade, part.time(), longest));
      }
      html.append("</span>");
    }
    html.append(
        String.format(
            Locale.ROOT,
            "<span class=\"value\">%.2f s</span></td></tr>\n",
            measured.time().toMillis() / 1000.0));
  }

  private static String bar(String kind, Duration time, long longest) {
    return String.format(
        Locale.ROOT,
        "<span class=\"%s\" style=\"width:%.1f%%\" aria-hidden=\"true\"></span>",
        kind,
        70.0 * time.toMillis() / longest);
  }

  /** What the shades of the bars mean, with the middle of the times of each part. */
  private static void legend(StringBuilder html, List<Bar> bars) {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (Bar bar : bars) {
      for (Part part : bar.measured().parts()) {
        times.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.time().toMillis());
      }
    }
    if (times.isEmpty()) {
      return;
    }
    html.append("<ul class=\"legend\">\n");
    int shade = 0;
    for (Map.Entry<String, List<Long>> part : times.entrySet()) {
      List<Long> sorted = part.getValue().stream().sorted().toList();
      html.append(
          String.format(
              Locale.ROOT,
              "<li><span class=\"bar part-%d\" aria-hidden=\"true\"></span>%s, median %.2f s</li>\n",
              shade++ % SHADES,
              escaped(part.getKey()),
              sorted.get((sorted.size() - 1) / 2) / 1000.0));
    }
    html.append("</ul>\n");
  }
}
