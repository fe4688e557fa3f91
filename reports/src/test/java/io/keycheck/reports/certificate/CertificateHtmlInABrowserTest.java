package io.keycheck.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.html.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a browser can tell of the certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateHtmlInABrowserTest {
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    browser = Browser.start(folder);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static RunReport certified() {
    return Reports.with(
        Reports.everything(),
        Optional.of(Reports.subject()),
        List.of(Reports.waiver("case-1", "2026-12-31")),
        Optional.empty());
  }

  private void show(RunReport report, int width, String scheme) throws IOException {
    browser.show(new String(CertificateHtml.write(report), StandardCharsets.UTF_8), width, scheme);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 737, 1400})
  void nothingReachesBeyondTheSide(int width) throws IOException {
    for (RunReport report :
        List.of(certified(), Reports.hostileReport(), Reports.vault("p | p"), Reports.failures())) {
      show(report, width, "light");
      browser.unfold();
      assertThat(browser.overflow()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1400})
  void axeHasNothingToSayAndEveryTextStandsOutFromItsGround(int width) throws IOException {
    for (RunReport report :
        List.of(certified(), Reports.vault("p f s i | p"), Reports.failures())) {
      show(report, width, "light");
      browser.unfold();
      assertThat(browser.accessibilityFaults()).isEmpty();
      assertThat(browser.faintTexts()).isEmpty();
      // Nothing but colours is another in the dark.
      browser.media("screen", "dark");
      assertThat(browser.faintTexts()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextStandsOutFromItsGround(String scheme) throws IOException {
    show(certified(), 1000, scheme);
    browser.unfold();
    assertThat(browser.faintTexts()).isEmpty();
  }

  @Test
  void hostileTextsMakeNoElementAndRunNothing() throws IOException {
    show(Reports.hostileReport(), 1000, "light");
    browser.unfold();
    assertThat(browser.activeElements()).isZero();
    assertThat(browser.handlers()).isZero();
  }

  @Test
  void theKeyboardReachesEveryLinkAndEveryFold() throws IOException {
    show(certified(), 1000, "light");
    String all = "a, summary, [tabindex]";
    long shown =
        browser.number(
            "[...document.querySelectorAll('"
                + all
                + "')].filter(e => e.checkVisibility()).length");
    assertThat(browser.reachedByTab(all)).filteredOn(index -> index >= 0).hasSize((int) shown);
  }

  @Test
  void everyResultLeadsToItsEvidenceWhichOpens() throws IOException {
    show(certified(), 1000, "light");
    assertThat(
            browser.number(
                "[...document.querySelectorAll('a[href^=\"#\"]')]"
                    + ".filter(a => !document.querySelector(a.getAttribute('href'))).length"))
        .isZero();
    String evidence =
        "document.getElementById('case-vault--another-account-is-refused').checkVisibility()";
    assertThat(browser.text("'' + " + evidence)).isEqualTo("false");
    browser.ask("document.querySelector('.matrix td.failed a').click()");
    assertThat(browser.text("'' + " + evidence)).isEqualTo("true");
  }

  @Test
  void whereThereIsNoRoomForAMatrixAListTakesItsPlace() throws IOException {
    String shown = "'' + [%s].map(s => document.querySelector(s).checkVisibility())";
    String both = shown.formatted("'.fault-list', '.matrix-of-faults'");
    show(Reports.failures(), 1400, "light");
    assertThat(browser.text(both)).isEqualTo("false,true");
    assertThat(browser.text("getComputedStyle(document.querySelector('.faults th')).position"))
        .isEqualTo("sticky");
    show(Reports.failures(), 360, "light");
    assertThat(browser.text(both)).isEqualTo("true,false");
    browser.media("print", "light");
    assertThat(browser.text(both)).isEqualTo("true,false");
  }

  @Test
  void paperShowsWhatAScreenFolds() throws IOException {
    show(certified(), 1000, "dark");
    browser.media("print", "dark");
    assertThat(browser.text("'' + document.querySelector('.told pre').checkVisibility()"))
        .isEqualTo("true");
    assertThat(browser.text("getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
  }
}
