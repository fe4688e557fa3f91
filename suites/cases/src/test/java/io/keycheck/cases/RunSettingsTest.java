package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.lab.ClusterChoice;
import io.keycheck.lab.SetUpFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {
  private static RunSettings read(Map<String, String> values) {
    return RunSettings.read(name -> Optional.ofNullable(values.get(name)));
  }

  @Test
  void withoutAnyWordTheWholeVaultSuiteRunsUnbroken() {
    RunSettings settings = read(Map.of());
    assertThat(settings.suite()).isEqualTo(Suite.VAULT);
    assertThat(settings.selection()).isFalse();
    assertThat(settings.fault()).isEqualTo(RunSettings.Fault.NONE);
    assertThat(settings.lab().cluster()).isEqualTo(ClusterChoice.AUTO);
    assertThat(settings.lab().keep()).isFalse();
    assertThat(settings.lab().keepFailed()).isFalse();
    assertThat(settings.report().isAbsolute()).isTrue();
    assertThat(settings.report().toString()).matches(".*/keycheck-reports/vault-\\d{8}-\\d{6}");
  }

  @Test
  void everySettingReachesItsPlace() {
    RunSettings settings =
        read(
            Map.ofEntries(
                Map.entry("suite", "vault"),
                Map.entry("cases", " mount-is-read-only , mount-is-in-memory,"),
                Map.entry("fault", "wrong-bytes"),
                Map.entry("report", "a/../b"),
                Map.entry("cluster", "adopted"),
                Map.entry("context", "dev"),
                Map.entry("i-may-write-to", "dev"),
                Map.entry("keep", "true"),
                Map.entry("keep-failed", "TRUE"),
                Map.entry("settle", "90s"),
                Map.entry("rotate", "2m"),
                Map.entry("tear-down", "1s"),
                Map.entry("poll", "200ms")));
    assertThat(settings.cases()).containsOnly("mount-is-read-only", "mount-is-in-memory");
    assertThat(settings.selection()).isTrue();
    assertThat(settings.fault().misbehaviour()).contains("wrong-bytes");
    assertThat(settings.lab().misbehaviour()).contains("wrong-bytes");
    assertThat(settings.report()).isEqualTo(Path.of("b").toAbsolutePath());
    assertThat(settings.lab().context()).contains("dev");
    assertThat(settings.lab().keep()).isTrue();
    assertThat(settings.lab().keepFailed()).isTrue();
    assertThat(settings.lab().patience().settle()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.lab().patience().rotate()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.lab().patience().tearDown()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.lab().patience().poll()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void everySettingIsNamed() {
    assertThat(RunSettings.NAMES)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void anEmptyValueIsNoValue() {
    assertThat(read(Map.of("suite", " ", "keep", "", "cases", ",")).selection()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"none, ''", "own, own", "trim, trim"})
  void aFaultIsNamedInTheReport(String given, String named) {
    assertThat(read(Map.of("fault", given)).fault().name().orElse("")).isEqualTo(named);
  }

  @Test
  void twoRunsHaveTwoNames() {
    assertThat(read(Map.of()).lab().runId())
        .matches("[0-9a-f]{6}")
        .isNotEqualTo(read(Map.of()).lab().runId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suite   | azure   | There is no suite 'azure': choose vault, aws, all, override, rotation, failure.",
        "cases   | no-such | The suite vault has no case 'no-such': run 'keycheck list cases' to see those it has.",
        "cluster | kind    | There is no cluster 'kind': choose auto, embedded, k3s or adopted with --cluster.",
        "keep    | yes     | The setting keep is true or false, not 'yes'.",
        "settle  | 90      | The setting settle is a time such as 90s, 2m or 200ms, not '90'.",
        "rotate  | 0s      | The setting rotate must be more than zero, not '0s'.",
        "poll    | -1s     | The setting poll is a time such as 90s, 2m or 200ms, not '-1s'.",
        "settle  | 9999999999s | The setting settle is a time such as 90s, 2m or 200ms, not '9999999999s'.",
      })
  void aBadValueIsOneSentence(String name, String value, String sentence) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(SetUpFailed.class)
        .hasMessage(sentence);
  }

  @Test
  void anUnknownFaultIsOneSentenceWithThoseThatThereAre() {
    assertThatThrownBy(() -> read(Map.of("fault", "Wrong Bytes")))
        .isInstanceOf(SetUpFailed.class)
        .message()
        .startsWith("There is no fault 'Wrong Bytes': choose none, own, or a misbehaviour of ")
        .contains("any-account, ", "wrong-bytes")
        .endsWith(".");
  }

  @Test
  void aBadValueThatWasNotTypedSaysWhereItWasSet() {
    assertThatThrownBy(
            () ->
                RunSettings.read(
                    name -> Optional.of("yes").filter(x -> name.equals("keep")),
                    name -> "the variable KEYCHECK_KEEP"))
        .isInstanceOf(SetUpFailed.class)
        .hasMessage(
            "The setting keep is true or false, not 'yes'. It is set by the variable"
                + " KEYCHECK_KEEP.");
  }

  @Test
  void aReportThatCanBeNoFolderIsOneSentence() {
    assertThatThrownBy(() -> read(Map.of("report", "a\0b")))
        .isInstanceOf(SetUpFailed.class)
        .hasMessageStartingWith("The setting report is the name of a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"suite", "cases", "fault", "keep", "context", "settle"})
  void theReportShowsWhatWasSet(String name) {
    RunSettings settings =
        read(
            Map.of(
                "cases", "mount-is-read-only",
                "fault", "own",
                "cluster", "adopted",
                "context", "dev",
                "i-may-write-to", "dev"));
    assertThat(settings.toMap()).containsKey(name);
  }
}
