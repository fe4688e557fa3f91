package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.Meaning;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Spoken;
import io.keycheck.reports.Subject;
import java.util.List;
import java.util.Locale;

/** What stands at the top of the page, and at its foot. */
final class Lead {
  private Lead() {}

  static String of(RunReport report) {
    StringBuilder html = new StringBuilder();
    html.append("<header class=\"lead %s\">\n".formatted(Words.tone(report.verdict())));
    html.append("<p class=\"brand\">Keycheck %s</p>\n".formatted(Meaning.kind(report)));
    report
        .subject()
        .ifPresent(
            subject ->
                html.append(
                    "<p class=\"subject\">%s <span class=\"more\">%s</span></p>\n"
                        .formatted(escaped(subject.product()), escaped(subject.version()))));
    html.append(
        "<h1>%s%s</h1>\n".formatted(Words.mark(report.verdict()), escaped(headline(report))));
    html.append("<p class=\"sentence\">%s</p>\n".formatted(escaped(Meaning.sentence(report))));
    notes(html, report);
    html.append("<dl class=\"facts\">\n");
    report.subject().ifPresent(subject -> subject(html, subject));
    html.append(Words.fact("Run", Meaning.suite(report) + ", " + Spoken.moment(report.started())));
    html.append(Words.fact("Took", Spoken.time(report.duration())));
    html.append(Words.fact("Cluster", cluster(report)));
    html.append(
        Words.fact(
            "Kit", "Keycheck %s (%s)".formatted(report.kit().version(), report.kit().commit())));
    return html.append("</dl>\n</header>\n").toString();
  }

  private static String headline(RunReport report) {
    String words = Spoken.capital(report.headline());
    return report.fingerprint().standIns().isEmpty() ? words : words + ", with stand-ins";
  }

  private static void notes(StringBuilder html, RunReport report) {
    html.append("<ul class=\"notes\">\n");
    List<String> standIns = report.fingerprint().standIns();
    if (!standIns.isEmpty()) {
      html.append(
          "<li>Not all parts were the real ones. Stand-ins: %s.</li>\n"
              .formatted(escaped(String.join(", ", standIns))));
    }
    Meaning.again(report).ifPresent(text -> html.append("<li>%s</li>\n".formatted(escaped(text))));
    Meaning.whyNoCertificate(report)
        .ifPresent(text -> html.append("<li>%s</li>\n".formatted(escaped(text))));
    html.append("</ul>\n");
  }

  private static void subject(StringBuilder html, Subject subject) {
    html.append(Words.fact("By", subject.organisation()));
    html.append(
        "<div><dt>Website</dt><dd><a href=\"%s\" rel=\"noreferrer nofollow\">%s</a></dd></div>\n"
            .formatted(escaped(subject.url()), escaped(subject.url())));
    html.append(Words.fact("Contact", subject.contact()));
  }

  private static String cluster(RunReport report) {
    return report.fingerprint().cluster()
        + report.fingerprint().components().stream()
            .filter(part -> part.role().equals("kubernetes"))
            .findFirst()
            .map(part -> ", Kubernetes " + part.version())
            .orElse("");
  }

  static String foot(RunReport report) {
    return String.format(
        Locale.ROOT,
        """
        <footer>
        <p>This page follows from <b>run-report.json</b>, which came with it and has the digest</p>
        <p><code>%s</code></p>
        <p>Anyone can verify both, and the page too: <code>keycheck verify FOLDER</code>, or the archive of it;
        <code>--key PUB</code> says whether it is signed by whom you expect.</p>
        </footer>
        """,
        RunReportJson.digest(report));
  }
}
