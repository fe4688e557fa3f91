package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisHtmlTest {
  @Test
  void isOnePage() throws IOException {
    Golden.assertSame("diagnosis/diagnosis.html", html(Diagnoses.everything()));
  }

  @Test
  void asksForNothingFromElsewhere() throws IOException {
    assertThat(html(Diagnoses.everything()))
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
        .doesNotContain("<script", "<link", "<img", "src=", "url(", "@import", "href=\"http");
  }

  @Test
  void theWorstComesFirst() throws IOException {
    assertThat(html(Diagnoses.everything()))
        .containsSubsequence(
            "<h1>1 of 8 environments does not get the right secrets</h1>",
            "<tr class=\"error\">",
            "<tr class=\"warning\">",
            "<tr class=\"unknown\">",
            "<tr class=\"healthy\">",
            "<tr class=\"not-used\">",
            "<section class=\"environment error\"",
            "<section class=\"environment warning\"");
  }

  @Test
  void manyThatAreWellAreFolded() throws IOException {
    assertThat(html(Diagnoses.crowd(300)))
        .contains("<h1>All 100 environments that use a secrets store are healthy</h1>")
        .contains("<summary>100 healthy</summary>", "<summary>200 not used</summary>")
        .doesNotContain("<section class=\"environment");
  }

  @ParameterizedTest
  @CsvSource({"HEALTHY, The environment is healthy", "NOT_USED, The environment uses no secrets"})
  void oneThatIsWellStillHasItsSection(DiagnosisVerdict verdict, String headline)
      throws IOException {
    EnvironmentDiagnosis well = Diagnoses.healthy("mx-prod", "crm");
    EnvironmentDiagnosis one =
        new EnvironmentDiagnosis(
            "mx-prod", "crm", verdict, well.chain(), well.findings(), well.unknown());
    assertThat(html(Diagnoses.of(one)))
        .contains("<h1>" + headline, "<section class=\"environment " + verdict.word())
        .doesNotContain("<table>");
  }

  @Test
  void aBrokenLinkIsMarkedByShapeAndWord() throws IOException {
    assertThat(html(Diagnoses.everything()))
        .containsPattern("<li class=\"broken\">.*#mark-error.*<span class=\"state\">broken</span>");
  }

  @Test
  void noEnvironmentIsSaidToo() throws IOException {
    assertThat(html(Diagnoses.of())).contains("<h1>No environment was found</h1>");
  }

  @Test
  void hostileTextsAreShown() throws IOException {
    assertThat(html(Diagnoses.hostile()))
        .contains("␛[2J␛]0;owned␇ ]]&gt; &lt;!-- &lt;/testsuite&gt;&lt;/style&gt;", "bytes kept]")
        .doesNotContain("<script", "<img", "\u202E", "\u2066", "\u001B")
        .hasSizeLessThan(100_000);
  }

  private static String html(Diagnosis diagnosis) throws IOException {
    return Diagnoses.written(diagnosis, DiagnosisHtml::new);
  }
}
