package io.keycheck.reports.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Golden;
import io.keycheck.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PublishTest {
  @Test
  void theSummaryNamesWhatDidNotPass() throws IOException {
    Golden.assertSame("summary.md", MarkdownSummary.of(Reports.everything()));
  }

  @Test
  void hostileTextMakesNoMarkup() {
    String summary = MarkdownSummary.of(Reports.hostileReport());
    assertThat(summary).doesNotContain("<!--", "</testsuite>", "\u001B");
    assertThat(summary.length()).isLessThan(10_000);
  }

  @Test
  void anAnnotationIsALineForEachCaseThatDidNotPass() {
    assertThat(Annotations.of(Reports.everything()))
        .containsExactly(
            "::notice title=a-role-with-an-audience-works/vault skipped::feature-absent: The driver"
                + " has no token for the audience.",
            "::warning title=all-replicas-see-the-same/vault inconclusive::node-not-ready: The node"
                + " was not ready for 60 s.",
            "::error title=another-account-is-refused/vault failed::was-served: The mount of account"
                + " \"other\" went through.",
            "::error title=keycheck vault::not conformant with stand-ins: vault-provider");
    assertThat(Annotations.of(Reports.hostileReport()))
        .allMatch(line -> line.lines().count() == 1 && line.startsWith("::"));
  }

  @Test
  void theBadgeIsAPictureThatSaysTheVerdictAndThatThereAreStandIns() throws Exception {
    String badge = Badge.of(Reports.everything());
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(badge.getBytes(StandardCharsets.UTF_8)));
    assertThat(badge)
        .contains("not conformant (stand-ins)", "stand-ins: vault-provider</title>")
        .doesNotContain("<script", "href");
  }

  @Test
  void aPassThatCertifiesNothingSaysSoEverywhere() {
    var selected = Reports.run("vault", true, Optional.empty(), "p p - | -");
    assertThat(Badge.of(selected)).contains(">passed: 2 of 4<").doesNotContain("#196b3d");
    assertThat(MarkdownSummary.of(selected))
        .startsWith("## ☑️ Passed: 2 of 4 cases, certifies nothing\n")
        .contains("| not chosen |", "| core | 2 | 0 | 0 | 0 | 1 | 3 |");
    assertThat(MarkdownSummary.of(Reports.vault("p"))).startsWith("## ✅ ");
  }

  @Test
  void aLineOfJsonIsOneLine() {
    assertThat(Reports.hostileReport().results())
        .allSatisfy(result -> assertThat(JsonLine.of(result).lines().count()).isEqualTo(1));
    assertThat(JsonLine.of(Reports.everything(), java.nio.file.Path.of("r")))
        .contains("\"event\":\"run\"", "\"verdict\":\"not-conformant\"", "\"digest\":\"sha256:");
  }

  @Test
  void waivedCasesAreCountedApartEverywhere() {
    var waived =
        Reports.with(
            Reports.vault("p f | p"),
            Optional.empty(),
            List.of(Reports.waiver("case-2", "2026-12-31")),
            Optional.empty());
    assertThat(MarkdownSummary.of(waived))
        .contains("| waived |", "| core | 1 | 0 | 1 | 0 | 0 | 2 |");
    assertThat(Annotations.of(waived))
        .first()
        .asString()
        .startsWith("::warning title=case-2/vault waived");
  }
}
