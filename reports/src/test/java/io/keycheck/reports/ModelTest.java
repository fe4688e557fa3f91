package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
  @ParameterizedTest
  @EnumSource(names = "PASSED", mode = EnumSource.Mode.EXCLUDE)
  void whateverDidNotPassHasAReason(Outcome outcome) {
    assertThatThrownBy(() -> result(outcome, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The case c/vault ended %s without a reason: all but a pass need one.", outcome.word());
    assertThat(result(outcome, Optional.of(Reports.REASON)).reason()).contains(Reports.REASON);
  }

  @Test
  void aPassNeedsNoExcuse() {
    assertThatThrownBy(() -> result(Outcome.PASSED, Optional.of(Reports.REASON)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "under_score", "-a", "a-", "a--b", "1a", "ä", "a b", "a\n"})
  void identifiersAreKebabCase(String id) {
    assertThatThrownBy(() -> Reports.core(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reason(id, "Why.")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "\u001B[31mred", "nul\u0000"})
  void theCataloguesTextsAreLines(String text) {
    assertThatThrownBy(() -> new CaseInfo("c", "vault", Level.CORE, text, "2.1", "0.1.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The case c needs a promise on one line.");
  }

  @Test
  void longEvidenceIsCutAndSaysSo() {
    Evidence evidence = new Evidence("log", "é".repeat(1_000_000));
    assertThat(evidence.text().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(65_000, 65_536);
    assertThat(evidence.text()).matches("(?s)é+\n\\[cut: 6\\d+ of 2000000 bytes kept]");
    assertThat(new Evidence("log", evidence.text())).isEqualTo(evidence);
  }

  @Test
  void evidenceOfExactlyTheGreatestSizeIsWhole() {
    String text = "x".repeat(Evidence.MAX_BYTES);
    assertThat(new Evidence("log", text).text()).isEqualTo(text);
  }

  @Test
  void halfACharacterBecomesAReplacement() {
    assertThat(new Evidence("log", "a\uD83Db\uDD11c🔑").text()).isEqualTo("a\uFFFDb\uFFFDc🔑");
  }

  @Test
  void aCaseWithoutAResultIsAccountedForAsInconclusive() {
    CaseInfo done = Reports.core("done");
    CaseInfo undone = Reports.core("undone");
    Reason stopped = new Reason("stopped", "The run was stopped.");
    CaseResult result = Reports.ended(done, Outcome.PASSED);

    Catalogue catalogue = new Catalogue(List.of(undone, done));

    assertThat(catalogue.account(List.of(result), stopped, Reports.STARTED))
        .containsExactly(result, CaseResult.inconclusive(undone, stopped, Reports.STARTED));
  }

  @Test
  void aResultOfNoCaseIsRefused() {
    Catalogue catalogue = new Catalogue(List.of(Reports.core("known")));
    List<CaseResult> foreign = List.of(Reports.ended(Reports.core("unknown"), Outcome.PASSED));
    assertThatThrownBy(() -> catalogue.account(foreign, Reports.REASON, Reports.STARTED))
        .hasMessage("The case unknown/vault is not in the catalogue.");
  }

  @Test
  void theCataloguesDigestDependsOnEverythingItSaysAndOnNothingElse() {
    Catalogue one = new Catalogue(List.of(Reports.core("a"), Reports.core("b")));
    Catalogue same = new Catalogue(List.of(Reports.core("b"), Reports.core("a")));
    Catalogue other = new Catalogue(List.of(Reports.core("a"), Reports.extended("b")));
    assertThat(one.digest()).isEqualTo(same.digest()).matches("sha256:[0-9a-f]{64}");
    assertThat(one.digest()).isNotEqualTo(other.digest());
  }

  private static CaseResult result(Outcome outcome, Optional<Reason> reason) {
    return new CaseResult(
        Reports.core("c"), outcome, reason, Reports.STARTED, Duration.ZERO, Observations.NONE);
  }
}
