package io.keycheck.reports.certificate;

import io.keycheck.reports.Meaning;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.html.Html;
import java.nio.charset.StandardCharsets;

/**
 * Writes a report as one HTML page that a vendor can publish: it needs nothing else, and no script.
 *
 * <p>The same report yields the same bytes, so that who verifies one can make the page again.
 */
public final class CertificateHtml {
  private CertificateHtml() {}

  /** Returns the page in UTF-8. */
  public static byte[] write(RunReport report) {
    StringBuilder html = new StringBuilder();
    html.append(
        Html.head(
            report.title() + " · " + Meaning.suite(report),
            Html.resource(CertificateHtml.class, "certificate.css")));
    html.append(Lead.of(report));
    html.append("<main>\n");
    html.append(Picture.of(report));
    html.append(Results.of(report));
    html.append(Latencies.of(report));
    html.append(FaultMatrix.of(report));
    html.append(CaseList.of(report));
    html.append(Parts.of(report));
    html.append("</main>\n");
    html.append(Lead.foot(report));
    html.append("</body>\n</html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }
}
