package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTest {
  @Test
  void saysWhatCameOut() throws IOException {
    Golden.assertSame("summary.txt", Summary.of(Reports.everything(), false));
  }

  @Test
  void colourChangesNothingButColour() throws IOException {
    String coloured = Summary.of(Reports.everything(), true);
    Golden.assertSame("summary-coloured.txt", coloured);
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]+m", ""))
        .isEqualTo(Summary.of(Reports.everything(), false));
  }

  @Test
  void theVerdictComesFirst() {
    assertThat(Summary.of(Reports.vault("p p | p"), false)).startsWith("conformant\n");
    assertThat(Summary.of(Reports.everything(), false))
        .startsWith("not conformant with stand-ins: vault-provider\n");
  }

  @Test
  void aSelectionSaysThatItIsOneAndDoesNotListWhatItLeftOut() {
    String summary =
        Summary.of(Reports.run("vault", true, Optional.of("wrong-bytes"), "p - - | -"), false);
    assertThat(summary)
        .startsWith(
            "passed: 1 of 4 cases, certifies nothing\nselected cases of suite vault with the fault wrong-bytes, ")
        .doesNotContain("case-2");
  }

  static Stream<RunReport> reports() {
    return Stream.of(
        Reports.everything(),
        Reports.vault(""),
        Reports.vault("p ".repeat(60)),
        Reports.vault("f ".repeat(5)),
        Reports.vault("f ".repeat(12) + "| i i s"),
        Reports.vault("f ".repeat(200) + "| i s"),
        Reports.hostileReport(),
        manyStandIns());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void fitsAScreen(RunReport report) {
    String summary = Summary.of(report, false);
    assertThat(summary).endsWith("\n");
    assertThat(summary.lines().count()).isLessThanOrEqualTo(24);
    assertThat(summary.lines())
        .allSatisfy(line -> assertThat(Fitted.width(line)).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void letsNoControlCharacterThrough(RunReport report) {
    assertThat(Summary.of(report, false).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c));
    assertThat(Summary.of(report, true).replaceAll("\u001B\\[[0-9;]+m", "").chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }

  @Test
  void saysHowManyMoreThereAre() {
    assertThat(Summary.of(Reports.vault("f ".repeat(200)), false))
        .endsWith("... and 185 more in run-report.json\n");
  }

  @Test
  void aLongReasonGoesOnOverTheLinesThatAreLeft() {
    String words = "word ".repeat(60).strip();
    RunReport report =
        Reports.of(
            List.of(
                Reports.ended(Reports.core("long"), Outcome.FAILED)
                    .ending(Outcome.FAILED, Optional.of(new Reason("some-code", words)))),
            Reports.KUBERNETES);
    assertThat(Summary.of(report, false).replaceAll("\\s+", " ")).contains(words);
  }

  @Test
  void theWholeOfItLeavesNothingOut() {
    String whole = Summary.whole(Reports.vault("f ".repeat(200)), false);
    assertThat(whole).contains("case-200/vault").doesNotContain("more in run-report.json");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(Fitted.line("🔑".repeat(60), 100)).isEqualTo("🔑".repeat(48) + "...");
    assertThat(Fitted.line("é".repeat(100), 100)).isEqualTo("é".repeat(100));
    assertThat(Fitted.lines("one two three four", 9, 2)).containsExactly("one two", "three...");
    assertThat(Fitted.lines("x".repeat(31), 10, 3))
        .containsExactly("xxxxxxxxxx", "xxxxxxxxxx", "xxxxxxx...");
  }

  private static RunReport manyStandIns() {
    List<Component> standIns =
        IntStream.range(0, 40)
            .mapToObj(i -> new Component("app", "stand-in-" + i, "", "", "", Origin.STAND_IN, ""))
            .toList();
    return Reports.of(
        Reports.vault("p ".repeat(3) + "| f ".repeat(30)).results(),
        standIns.toArray(Component[]::new));
  }
}
