package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Fitted;
import io.keycheck.reports.Golden;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTextTest {
  private static final String COLOUR = "\u001B\\[[0-9;]+m";

  static Stream<Diagnosis> diagnoses() {
    return Stream.of(
        Diagnoses.everything(), Diagnoses.of(), Diagnoses.crowd(30), Diagnoses.hostile());
  }

  @Test
  void saysWhatIsBrokenAndWhatToDo() throws IOException {
    Golden.assertSame("diagnosis/diagnosis.txt", text(Diagnoses.everything()));
  }

  @Test
  void asciiSaysTheSameInItsOwnMarks() throws IOException {
    String ascii = text(Diagnoses.everything(), new TextStyle(100, false, true));
    Golden.assertSame("diagnosis/diagnosis-ascii.txt", ascii);
    assertThat(ascii).matches("[\\x20-\\x7E\\n]*").doesNotContain("??");
  }

  @Test
  void colourChangesNothingButColour() throws IOException {
    String coloured = text(Diagnoses.everything(), new TextStyle(100, true, false));
    Golden.assertSame("diagnosis/diagnosis-coloured.txt", coloured);
    assertThat(coloured.replaceAll(COLOUR, "")).isEqualTo(text(Diagnoses.everything()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 60, 100, 200})
  void onlyLinesToPasteAreWiderThanTheTerminal(int width) throws IOException {
    List<String> remedies =
        Stream.of(Diagnoses.everything(), Diagnoses.hostile())
            .flatMap(diagnosis -> diagnosis.environments().stream())
            .flatMap(environment -> environment.findings().stream())
            .flatMap(finding -> finding.remedy().stream())
            .map(String::strip)
            .toList();
    for (Diagnosis diagnosis : diagnoses().toList()) {
      assertThat(text(diagnosis, new TextStyle(width, false, false)).lines())
          .filteredOn(line -> Fitted.width(line) > Math.max(40, width))
          .allSatisfy(line -> assertThat(remedies).contains(line.strip()));
    }
  }

  @Test
  void aRemedyIsOnALineOfItsOwnAndWhole() throws IOException {
    for (Finding finding : Diagnoses.broken().findings()) {
      assertThat(text(Diagnoses.everything()).lines().map(String::strip))
          .containsAll(finding.remedy());
    }
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void letsNothingThroughThatSteersATerminal(Diagnosis diagnosis) throws IOException {
    for (TextStyle style : List.of(TextStyle.PLAIN, new TextStyle(80, true, false))) {
      assertThat(text(diagnosis, style).replaceAll(COLOUR, "").codePoints())
          .allMatch(c -> c == '\n' || !Character.isISOControl(c))
          .doesNotContain(0x202E, 0x2066, 0x2028);
    }
  }

  @Test
  void aMegabyteIsCutAndSaysSo() throws IOException {
    assertThat(text(Diagnoses.hostile())).hasSizeLessThan(40_000).contains("bytes kept]");
  }

  @Test
  void hundredsThatUseNoStoreShareALine() throws IOException {
    List<EnvironmentDiagnosis> crowd =
        Stream.iterate(0, i -> i + 1)
            .limit(300)
            .map(i -> Diagnoses.notUsed("mx-crowd", "env-" + i))
            .toList();
    assertThat(text(Diagnoses.of(crowd)))
        .isEqualTo(
            """
            context prod-eu, judged by the Operator's version 2.9.0

            mx-crowd: 300 not used, they take no secrets from a store: env-0, env-1, env-2, env-3, env-4 and 295
              more

            300 environments: 300 not used
            """);
  }

  @Test
  void healthyOnesAreALineEach() throws IOException {
    assertThat(
            text(
                Diagnoses.of(
                    Diagnoses.healthy("mx-prod", "crm"), Diagnoses.healthy("mx-prod", "orders"))))
        .isEqualTo(
            """
            context prod-eu, judged by the Operator's version 2.9.0

            mx-prod/crm  healthy
            mx-prod/orders  healthy

            2 environments: 2 healthy
            """);
  }

  @Test
  void checksThatLackTheSameRightShareALine() throws IOException {
    assertThat(text(Diagnoses.of(Diagnoses.unreadable()), new TextStyle(120, false, false)))
        .containsOnlyOnce("could not be checked")
        .contains("check-3 and 27 more need get on secretproviderclasses in mx-prod");
  }

  private static String text(Diagnosis diagnosis) throws IOException {
    return text(diagnosis, TextStyle.PLAIN);
  }

  private static String text(Diagnosis diagnosis, TextStyle style) throws IOException {
    return Diagnoses.written(diagnosis, out -> new DiagnosisText(out, style));
  }
}
