package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.html.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a browser can tell of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosisHtmlInABrowserTest {
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

  private void show(Diagnosis diagnosis, int width, String scheme) throws IOException {
    browser.show(Diagnoses.written(diagnosis, DiagnosisHtml::new), width, scheme);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 737, 1400})
  void nothingReachesBeyondTheSide(int width) throws IOException {
    for (Diagnosis diagnosis :
        Stream.of(Diagnoses.everything(), Diagnoses.hostile(), Diagnoses.crowd(30)).toList()) {
      show(diagnosis, width, "light");
      browser.unfold();
      assertThat(browser.overflow()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1400})
  void axeHasNothingToSayAndEveryTextStandsOutFromItsGround(int width) throws IOException {
    for (Diagnosis diagnosis :
        Stream.of(
                Diagnoses.everything(),
                Diagnoses.hostile(),
                Diagnoses.crowd(30),
                Diagnoses.of(Diagnoses.healthy("mx-prod", "orders")))
            .toList()) {
      show(diagnosis, width, "light");
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
    show(Diagnoses.everything(), 1000, scheme);
    browser.unfold();
    assertThat(browser.faintTexts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"color = '#888'", "color = 'rgba(0, 0, 0, .9)'", "opacity = '.9'"})
  void aFaintTextWouldBeNoticed(String style) throws IOException {
    show(Diagnoses.everything(), 1000, "light");
    browser.ask("document.querySelector('h1').style." + style);
    assertThat(browser.faintTexts()).hasSize(1).first().asString().contains("1 of 8 environments");
  }

  @Test
  void darkIsDarkAndLightIsLight() throws IOException {
    String ground = "getComputedStyle(document.body).backgroundColor";
    show(Diagnoses.everything(), 1000, "light");
    String light = browser.text(ground);
    browser.media("screen", "dark");
    assertThat(browser.text(ground)).isNotEqualTo(light);
  }

  @Test
  void hostileTextsMakeNoElementAndRunNothing() throws IOException {
    show(Diagnoses.hostile(), 1000, "light");
    browser.unfold();
    assertThat(browser.activeElements()).isZero();
    assertThat(browser.handlers()).isZero();
    assertThat(browser.text("typeof window.owned")).isEqualTo("undefined");
    assertThat(browser.number("document.querySelectorAll('main > section').length")).isEqualTo(2);
    assertThat(browser.textOf(".environment h2")).contains("</style></pre><script>window.owned=1");
  }

  @Test
  void aCopiedRemedyIsTheLinesOfTheRemedy() throws IOException {
    show(Diagnoses.everything(), 360, "light");
    browser.ask("getSelection().selectAllChildren(document.querySelector('pre'))");
    assertThat(browser.text("getSelection().toString().trimEnd()"))
        .isEqualTo(String.join("\n", Diagnoses.broken().findings().get(0).remedy()));
  }

  @Test
  void theKeyboardReachesEveryLinkAndEveryFold() throws IOException {
    show(Diagnoses.everything(), 1000, "light");
    String all = "a, summary";
    long number = browser.number("document.querySelectorAll('" + all + "').length");
    assertThat(browser.reachedByTab(all)).doesNotContain(-1L).hasSize((int) number);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    show(Diagnoses.everything(), 1000, "light");
    assertThat(
            browser.number(
                "[...document.querySelectorAll('a')]"
                    + ".filter(a => !document.querySelector(a.getAttribute('href'))).length"))
        .isZero();
  }

  @Test
  void paperShowsWhatAScreenFolds() throws IOException {
    show(Diagnoses.everything(), 1000, "dark");
    String visible = "'' + document.querySelector('.finding details li').checkVisibility()";
    assertThat(browser.text(visible)).isEqualTo("false");
    browser.media("print", "dark");
    assertThat(browser.text(visible)).isEqualTo("true");
    assertThat(browser.text("getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
  }
}
