package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.Component;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.html.Html;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the way of a secret from the store to the app, with the part that stood at each place. */
final class Picture {
  private Picture() {}

  static String of(RunReport report) {
    List<String> stores =
        report.results().stream().map(result -> result.info().store()).distinct().toList();
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary\" aria-labelledby=\"tried\">\n");
    html.append("<h2 id=\"tried\">What was tried</h2>\n");
    html.append(
        "<p class=\"aside\">%s A dashed ring is a stand-in.</p>\n"
            .formatted(
                Recognition.isJudgedBy(report)
                    ? "Whether <b>keycheck diagnose</b> names what is wrong where a secret does not"
                        + " get from the store into the files of the app’s pod: each fault was put"
                        + " into a healthy environment on this way, seen, named, and mended. The"
                        + " cluster is not judged here."
                    : "Whether a secret gets from the store into the files of the app’s pod as the"
                        + " Mendix documentation says."));
    for (String store : stores) {
      html.append(
          "<ol class=\"chain way\" aria-label=\"From the store %s to the app\">\n"
              .formatted(escaped(store)));
      html.append(link("Store", part(report, "store", store)));
      html.append(link("Provider", part(report, "provider", store)));
      html.append(link("CSI driver", part(report, "csi-driver", "")));
      html.append(link("Kubernetes", part(report, "kubernetes", "")));
      html.append(link("App’s pod", part(report, "app", "")));
      html.append("</ol>\n");
    }
    return html.append("</section>\n").toString();
  }

  private static Optional<Component> part(RunReport report, String role, String store) {
    List<Component> parts =
        report.fingerprint().components().stream()
            .filter(part -> part.role().equals(role))
            .toList();
    return parts.size() == 1
        ? Optional.of(parts.get(0))
        : parts.stream()
            .filter(part -> part.name().toLowerCase(Locale.ROOT).contains(store))
            .findFirst();
  }

  private static String link(String place, Optional<Component> part) {
    boolean standIn = part.filter(p -> p.origin() == Origin.STAND_IN).isPresent();
    return "<li class=\"%s\">%s<span class=\"part\">%s</span><span class=\"label\">%s</span><span class=\"state\">%s</span></li>\n"
        .formatted(
            standIn ? "stood-in" : "real",
            Html.mark(part.isEmpty() ? "unknown" : standIn ? "stand-in" : "part"),
            place,
            part.map(p -> escaped(p.name() + " " + p.version())).orElse("not asked"),
            part.map(p -> p.origin().word()).orElse("unknown"));
  }
}
