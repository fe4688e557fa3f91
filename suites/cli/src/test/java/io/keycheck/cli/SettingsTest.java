package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), text);
  }

  private Settings fromFile(String text) throws IOException {
    return Settings.of(Map.of(), Map.of(), Optional.of(file(text)));
  }

  @Test
  void anOptionWinsOverAVariableAndAVariableOverTheFile() throws IOException {
    Settings settings =
        Settings.of(
            Map.of("settle", "1s"),
            Map.of("KEYCHECK_SETTLE", "2s", "KEYCHECK_ROTATE", "2s"),
            Optional.of(file("settle: 3s\nrotate: 3s\npoll: 3s\n")));
    assertThat(settings.get("settle")).contains("1s");
    assertThat(settings.get("rotate")).contains("2s");
    assertThat(settings.get("poll")).contains("3s");
    assertThat(settings.get("tear-down")).isEmpty();
  }

  @Test
  void whereASettingComesFromIsKnownUnlessItWasJustTyped() throws IOException {
    Path file = file("rotate: 3s\nsettle: 3s\npoll: 3s\n");
    Settings settings =
        Settings.of(Map.of("settle", "1s"), Map.of("KEYCHECK_ROTATE", "2s"), Optional.of(file));
    assertThat(settings.place("settle")).isEmpty();
    assertThat(settings.place("rotate")).isEqualTo("the variable KEYCHECK_ROTATE");
    assertThat(settings.place("poll")).isEqualTo("the file " + file);
    assertThat(settings.place("keep")).isEmpty();
  }

  @Test
  void everySettingHasAVariable() {
    for (String name : RunSettings.NAMES) {
      String variable = "KEYCHECK_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      Settings settings = Settings.of(Map.of(), Map.of(variable, "x"), Optional.empty());
      assertThat(settings.get(name)).as(variable).contains("x");
    }
  }

  @Test
  void aBlankVariableAndAnEmptyEntrySetNothing() throws IOException {
    Settings settings =
        Settings.of(
            Map.of(), Map.of("KEYCHECK_SUITE", " "), Optional.of(file("suite:\nkeep: ~\n")));
    assertThat(settings.get("suite")).isEmpty();
    assertThat(settings.get("keep")).isEmpty();
  }

  @Test
  void aFileHoldsWordsNumbersTruthsAndLists() throws IOException {
    Settings settings =
        fromFile(
            "suite: vault\nkeep: true\ncases:\n  - mount-is-read-only\n  - two\npoll: 200ms\n");
    assertThat(settings.get("suite")).contains("vault");
    assertThat(settings.get("keep")).contains("true");
    assertThat(settings.get("cases")).contains("mount-is-read-only,two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "{}"})
  void anEmptyFileSetsNothing(String text) throws IOException {
    Settings settings = fromFile(text);
    for (String name : RunSettings.NAMES) {
      assertThat(settings.get(name)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just text",
        "- a\n- list\n",
        "keep: [",
        "suite: vault\nsuite: vault\n",
        "suite: vault\n---\nkeep: true\n",
        "\tsuite: vault",
        "a: &a [*a]"
      })
  void whatIsNoYamlMapIsOneSentence(String text) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Optional.of(file)))
        .isInstanceOf(SetUpFailed.class)
        .message()
        .startsWith("The settings file " + file + " ")
        .endsWith(".")
        .hasLineCount(1);
  }

  @Test
  void anUnknownSettingIsOneSentenceWithThoseThatThereAre() {
    assertThatThrownBy(() -> fromFile("suit: vault\n"))
        .isInstanceOf(SetUpFailed.class)
        .message()
        .contains("has an unknown setting 'suit': there are app-image, aws-endpoint, ")
        .contains("timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"suite: {name: vault}", "cases: [[a]]", "cases: [a, ]\nkeep: {}"})
  void aValueOfTheWrongKindIsOneSentence(String text) {
    assertThatThrownBy(() -> fromFile(text))
        .isInstanceOf(SetUpFailed.class)
        .message()
        .contains(" gives no value that can be used for '")
        .endsWith("': write one value, or a list of them.");
  }

  @Test
  void aFileThatCannotBeReadIsOneSentence() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.yaml"), "# \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : List.of(folder.resolve("absent"), folder, latin)) {
      assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Optional.of(file)))
          .isInstanceOf(SetUpFailed.class)
          .hasMessage(
              "The settings file " + file + " cannot be read: name one that can with --config.");
    }
  }

  @Test
  void aFileThatIsNoSettingsFileIsNotReadToItsEnd() throws IOException {
    Path file = file("#".repeat(70_000));
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Optional.of(file)))
        .isInstanceOf(SetUpFailed.class)
        .hasMessage(
            "The settings file "
                + file
                + " is larger than 65536 bytes: name a file with settings.");
  }

  @Test
  void aRunTakesHalfAnHourAtMostUnlessToldOtherwise() {
    assertThat(Settings.of(Map.of(), Map.of(), Optional.empty()).timeout())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(Settings.of(Map.of("timeout", "90s"), Map.of(), Optional.empty()).timeout())
        .isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(
            () ->
                Settings.of(Map.of(), Map.of("KEYCHECK_TIMEOUT", "x"), Optional.empty()).timeout())
        .isInstanceOf(SetUpFailed.class)
        .message()
        .endsWith("not 'x'. It is set by the variable KEYCHECK_TIMEOUT.");
  }
}
