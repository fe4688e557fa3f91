package io.keycheck.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Golden;
import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateHtmlTest {
  private static String page(RunReport report) {
    return new String(CertificateHtml.write(report), StandardCharsets.UTF_8);
  }

  private static RunReport by(RunReport report) {
    return Reports.with(report, Optional.of(Reports.subject()), List.of(), Optional.empty());
  }

  @Test
  void aReportOfEverythingLooksAsReviewed() throws IOException {
    Golden.assertSame(
        "certificate.html",
        page(
            Reports.with(
                Reports.everything(),
                Optional.of(Reports.subject()),
                List.of(Reports.waiver("case-1", "2026-12-31")),
                Optional.empty())));
  }

  @Test
  void onlyAConformantRunWithASubjectIsCalledACertificate() {
    assertThat(page(by(Reports.vault("p p | p"))))
        .contains("Keycheck certificate", "Conformant", "All 3 cases of the profile vault passed.")
        .doesNotContain("no certificate");
    assertThat(page(by(Reports.vault("p f | p"))))
        .contains("Keycheck conformance report", "no certificate: it ended not conformant");
    assertThat(page(Reports.vault("p p | p")))
        .contains("Keycheck run report", "it names nobody who vouches for it");
    assertThat(page(by(Reports.run("all", false, Optional.of("own"), "f"))))
        .contains("suite all is no profile", "the fault own was injected on purpose");
  }

  @Test
  void aPassThatCertifiesNothingDoesNotLookConformant() {
    String selected = page(Reports.run("vault", true, Optional.empty(), "p - - | -"));
    assertThat(selected)
        .contains("<header class=\"lead tried\">", "Passed: 1 of 4 cases, certifies nothing")
        .contains("#mark-tried", "<th scope=\"col\">not chosen</th>");
    assertThat(page(Reports.vault("p | p")))
        .contains("<header class=\"lead passed\">")
        .doesNotContain("\"#mark-tried\"", "not chosen");
  }

  @Test
  void thePageOfTheFailureSuiteSaysThatDiagnoseIsJudged() {
    String page = page(Reports.failures());
    assertThat(page)
        .contains("run report on keycheck diagnose, not on the cluster")
        .contains("The cluster is not judged here.", "<th scope=\"col\">Injected fault</th>")
        .contains("injected faults judge keycheck diagnose, and no cluster")
        .contains("1 were mended by the commands that it printed")
        .doesNotContain("the suite failure", "<th scope=\"col\">Promise</th>");
    String list = page.substring(page.indexOf("fault-list\">"), page.indexOf("matrix-of-faults\""));
    assertThat(list)
        .as("what is wrong comes first")
        .containsSubsequence(
            "A fault that was missed", "A fault that broke", "A fault that was named");
    assertThat(list).contains("vault-sealed (not judged)", ", mended by the printed remedy");
  }

  @Test
  void whatLiesBesideThePageIsNamed() {
    assertThat(page(Reports.vault("p")))
        .contains("<b>MANIFEST</b>", "<b>diagnosis.json</b>", "<b>logs</b>");
  }

  @Test
  void standInsAreNamedAtTheTop() {
    String page = page(Reports.everything());
    String top = page.substring(page.indexOf("<header"), page.indexOf("</header>"));
    assertThat(top)
        .contains(
            "Not conformant, with stand-ins", "Shown by stand-ins alone (vault-provider): how");
    assertThat(top).contains("Shown by real parts (kubernetes v1.34.4, vault 1.21.1): what");
  }

  @Test
  void theDigestOfTheReportIsPrinted() {
    RunReport report = Reports.vault("p");
    assertThat(page(report)).contains(RunReportJson.digest(report));
  }

  @Test
  void nothingIsFetched() {
    assertThat(page(Reports.everything()))
        .contains("default-src 'none'")
        .doesNotContain("<script", "url(", "@import", "src=");
  }
}
