package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.lab.ClusterChoice;
import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.store.VaultAccess;
import io.keycheck.reports.CaseInfo;
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
  void whatIsShownAFaultLooksAtNoSharedSample() {
    CaseInfo info = CaseCatalogue.info(MountIsInMemory.class, "vault");
    assertThat(read(Map.of()).outline(MountIsInMemory.class, info).shares()).isTrue();
    assertThat(read(Map.of("fault", "own")).outline(MountIsInMemory.class, info).shares())
        .isFalse();
    RunSettings byCase =
        read(Map.of("fault", "mount-is-in-memory/vault=none;mount-is-read-only/vault=own"));
    assertThat(byCase.outline(MountIsInMemory.class, info).shares()).isTrue();
  }

  @Test
  void withoutAnyWordTheWholeVaultSuiteRunsUnbroken() {
    RunSettings settings = read(Map.of());
    assertThat(settings.suite()).isEqualTo(Suite.VAULT);
    assertThat(settings.selection()).isFalse();
    assertThat(settings.fault()).isEqualTo(FaultChoice.NONE);
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
    assertThat(settings.fault().ofAll()).contains("wrong-bytes");
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
  void aVersionOfTheDriverIsOneOfThoseThatThereAreRecipesFor() {
    assertThat(read(Map.of("driver-version", "1.5.4")).lab().driver())
        .contains(DriverVersion.V1_5_4);
    assertThat(read(Map.of()).lab().driver()).isEmpty();
    assertThatThrownBy(() -> read(Map.of("driver-version", "1.5")))
        .isInstanceOf(SetUpFailed.class)
        .hasMessageStartingWith("There is no recipe for version '1.5' of the driver");
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
  void aFaultByCaseChoosesTheCases() {
    String given = "mount-is-in-memory/aws=trim,stale;mount-is-read-only/vault=own";
    RunSettings settings = read(Map.of("suite", "all", "fault", given));
    assertThat(settings.selection()).isTrue();
    assertThat(settings.fault().name()).contains("by case");
    assertThat(settings.toMap()).containsEntry("fault", given);
    assertThat(CaseCatalogue.of(Suite.ALL).cases().stream().filter(settings::chooses))
        .extracting(CaseInfo::key)
        .containsOnly("mount-is-in-memory/aws", "mount-is-read-only/vault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such/vault=own", "mount-is-in-memory=own", "mount-is-in-memory/aws="})
  void aFaultOfACaseThatThereIsNotIsOneSentence(String given) {
    assertThatThrownBy(() -> read(Map.of("fault", given)))
        .isInstanceOf(SetUpFailed.class)
        .message()
        .matches("(A fault by case is|There is no fault) [^\n]*\\.");
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
        "suite   | azure   | There is no suite 'azure': choose vault, aws, all, override, rotation, dynamic, failure.",
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

  @Test
  void aVaultThatExistsIsReachedAsItIsSaid() {
    RunSettings settings =
        read(
            Map.of(
                "cluster", "adopted",
                "context", "dev",
                "i-may-write-to", "dev",
                "vault-addr", "https://vault.example.com:8200/",
                "vault-prefix", "teams/kc",
                "vault-login-role", "kc",
                "vault-auth-mount", "k8s"));
    VaultAccess access = settings.lab().adopting().vault().orElseThrow();
    assertThat(access.address()).isEqualTo("https://vault.example.com:8200");
    assertThat(access.kvMount()).isEqualTo("secret");
    assertThat(access.login().orElseThrow().mount()).isEqualTo("k8s");
    assertThat(settings.lab().beside()).isEmpty();
    assertThat(settings.toMap()).containsEntry("vault-prefix", "teams/kc");
  }

  @Test
  void anAwsThatExistsIsReadWhole() {
    RunSettings settings =
        read(
            Map.of(
                "suite", "aws",
                "cluster", "adopted",
                "context", "dev",
                "i-may-write-to", "dev",
                "aws-prefix", "teams/kc",
                "aws-profile", "dev",
                "aws-region", "eu-west-1"));
    assertThat(settings.lab().adopting().aws().orElseThrow().profile()).contains("dev");
    assertThat(settings.lab().beside()).isEmpty();
    assertThat(settings.toMap())
        .containsEntry("aws-prefix", "teams/kc")
        .containsEntry("aws-region", "eu-west-1");
  }

  @Test
  void failuresAreNotTriedOnAnAdoptedCluster() {
    Map<String, String> values =
        Map.of(
            "suite", "failure",
            "cluster", "adopted",
            "context", "dev",
            "i-may-write-to", "dev",
            "aws-prefix", "kc");
    assertThatThrownBy(() -> read(values))
        .isInstanceOf(SetUpFailed.class)
        .hasMessageStartingWith("The suite failure breaks parts that serve the whole cluster");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws-region | eu-west-1 | --aws-region goes with --aws-prefix NAME.",
        "aws-prefix | kc | --aws-prefix goes with a suite that uses AWS, such as --suite aws.",
        "vault-prefix | teams/kc | --vault-prefix goes with --vault-addr URL.",
        "vault-addr | http://v:8200 | A Vault that exists is written to below a path of yours"
            + " alone: add --vault-prefix PATH.",
      })
  void whatIsSaidOfAVaultMustBeWhole(String name, String value, String sentence) {
    Map<String, String> values =
        Map.of("cluster", "adopted", "context", "dev", "i-may-write-to", "dev", name, value);
    assertThatThrownBy(() -> read(values)).isInstanceOf(SetUpFailed.class).hasMessage(sentence);
  }
}
