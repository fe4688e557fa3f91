package io.keycheck.diagnose.checks.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysOfTheClassTest {
  static java.util.List<Sample> all() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsWrongWithAClassOfAnyProviderThatMapsAllKeys(Sample sample) {
    assertThat(sample.lint().findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMisspeltRequiredKeyIsOneFindingOfAnyProvider(Sample sample) {
    Finding finding = sample.change("database-name", "databse-name").lint().one();
    assertThat(finding.check()).isEqualTo("key-unknown");
    assertThat(finding.saw()).contains("databse-name", "did you mean database-name?");
    assertThat(finding.consequences())
        .singleElement()
        .satisfies(follows -> assertThat(follows.saw()).contains("\"database-name\" is required"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void missingKeysAreOneFindingOfAnyProvider(Sample sample) {
    String reduced =
        sample.provider().equals("aws")
            ? "- objectName: s\n  objectType: secretsmanager\n  jmesPath:\n"
                + Sample.awsPart("database-type")
            : switch (sample.provider()) {
              case "vault" -> Sample.vaultEntry("database-type");
              case "gcp" -> Sample.gcpEntry("database-type");
              default -> "array:\n- |\n  objectName: database-type\n  objectType: secret\n";
            };
    Finding finding = sample.list(reduced).lint().one();
    assertThat(finding.check()).isEqualTo("key-required-missing");
    assertThat(finding.level()).isEqualTo(FindingLevel.ERROR);
    assertThat(finding.saw()).contains("database-password", "storage-bucket-name");
    assertThat(finding.saw()).doesNotContain("mx-admin-password", "storage-access-key-id");
  }

  @Test
  void theRemedyOfAMissingKeyTakesItFromWhereTheOthersAre() {
    Finding finding = Sample.vault().change(Sample.vaultEntry("database-host"), "").lint().one();
    assertThat(finding.remedy())
        .contains("# - objectName: \"database-host\"", "#   secretPath: \"secret/data/shop\"");
  }

  @Test
  void optionalKeysMayBeAbsent() {
    Sample sample =
        Sample.vault()
            .change(Sample.vaultEntry("mx-admin-password"), "")
            .change(Sample.vaultEntry("storage-access-key-id"), "");
    assertThat(sample.lint().findings()).isEmpty();
  }

  @Test
  void fromOperator2101OnAnAbsentPasswordIsAWarning() {
    Lint lint = Sample.vault().change(Sample.vaultEntry("database-password"), "").lint();
    assertThat(lint.one().level()).isEqualTo(FindingLevel.ERROR);
    Finding later = lint.operator("2.10.1").one();
    assertThat(later.check()).isEqualTo("key-required-missing");
    assertThat(later.level()).isEqualTo(FindingLevel.WARNING);
    assertThat(later.why()).contains("AWS IAM");
  }

  @Test
  void aMisspeltOptionalKeyLeavesNothingMissing() {
    Finding finding =
        Sample.vault()
            .change("objectName: storage-secret-access-key", "objectName: torage-secret-access-key")
            .lint()
            .findings()
            .get(0);
    assertThat(finding.check()).isEqualTo("key-unknown");
    assertThat(finding.saw()).contains("did you mean storage-secret-access-key?");
    assertThat(finding.consequences()).isEmpty();
  }

  @Test
  void aFileThatIsNoKeyAndAMissingKeyAreTwoFindings() {
    Sample sample =
        Sample.vault()
            .change(Sample.vaultEntry("database-host"), "")
            .change("objectName: mx-admin-password", "objectName: admin-pw");
    assertThat(sample.lint().found()).containsExactly("key-required-missing", "key-unknown");
  }

  @Test
  void manyFilesThatAreNoKeysAreOneFinding() {
    Sample three = Sample.vault();
    for (String file : List.of("alpha", "beta", "gamma")) {
      three = three.list(three.list() + Sample.vaultEntry(file));
    }
    assertThat(three.lint().found()).containsExactly("key-unknown", "key-unknown", "key-unknown");

    Sample four = three.change("objectName: database-name", "objectName: databse-name");
    Finding finding = four.lint().one();
    assertThat(finding.check()).isEqualTo("key-unknown");
    assertThat(finding.saw())
        .startsWith("parameters.objects maps 4 files that are no keys: ")
        .contains("\"databse-name\" (line 10; did you mean database-name?)", "\"gamma\" (line ");
    assertThat(finding.remedy())
        .hasSize(5)
        .contains("# line 10: write objectName: \"database-name\"");
    assertThat(finding.consequences())
        .singleElement()
        .satisfies(follows -> assertThat(follows.saw()).contains("\"database-name\" is required"));
  }

  @Test
  void whatTheKeyWithinTheSecretSaysIsWhatIsMeant() {
    Finding finding =
        Sample.vault().change("objectName: database-host", "objectName: pg").lint().one();
    assertThat(finding.check()).isEqualTo("key-unknown");
    assertThat(finding.saw()).contains("did you mean database-host?");
  }

  @Test
  void keysOfLaterEditionsNeedALaterOperator() {
    Sample sample =
        Sample.vault()
            .list(
                Sample.vault().list()
                    + Sample.vaultEntry("mx-const-Shop.Greeting")
                    + Sample.vaultEntry("mx-debugger-password"));
    Finding finding = sample.lint().one();
    assertThat(finding.check()).isEqualTo("key-needs-newer-operator");
    assertThat(finding.level()).isEqualTo(FindingLevel.WARNING);
    assertThat(finding.saw()).contains("mx-const-Shop.Greeting", "2.15.0");
    assertThat(sample.lint().operator("2.15.0").findings()).isEmpty();
  }

  @Test
  void twoEntriesOfOneFileAreOneFindingWithBothLines() {
    Finding vault =
        Sample.vault()
            .change("objectName: database-host", "objectName: database-name")
            .lint()
            .one();
    assertThat(vault.check()).isEqualTo("key-duplicated");
    assertThat(vault.saw()).startsWith("Lines 7, 10 of parameters.objects");
    Finding aws =
        Sample.aws()
            .change("objectAlias: database-host", "objectAlias: database-name")
            .lint()
            .one();
    assertThat(aws.check()).isEqualTo("key-duplicated");
    assertThat(
            Sample.gcp()
                .list(Sample.gcp().list() + Sample.gcpEntry("database-host"))
                .lint()
                .one()
                .check())
        .isEqualTo("key-duplicated");
  }

  @Test
  void theWholeSecretBesideItsPartsIsNoUnknownKey() {
    assertThat(Sample.aws().lint().findings()).isEmpty();
    assertThat(
            Sample.aws()
                .change(
                    "- objectName: shop/secret\n  objectType: secretsmanager\n",
                    "- objectName: arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf\n")
                .lint()
                .findings())
        .isEmpty();
    assertThat(
            Sample.aws()
                .list(
                    Sample.aws().list() + "- {objectName: more/keys, objectType: secretsmanager}\n")
                .lint()
                .one()
                .saw())
        .contains("\"more_keys\"");
  }

  @Test
  void syncedFilesAreTheOnesThatAreMounted() {
    assertThat(Sample.vault().lint(synced("database-password")).findings()).isEmpty();
    assertThat(Sample.aws().lint(synced("shop_secret")).findings()).isEmpty();
    Finding typo = Sample.vault().lint(synced("database-pasword")).one();
    assertThat(typo.check()).isEqualTo("sync-object-unknown");
    assertThat(typo.saw()).contains("did you mean database-password?");
    assertThat(Sample.aws().lint(synced("shop/secret")).one().saw())
        .contains("did you mean shop_secret?");
    assertThat(
            Sample.vault()
                .change("objectName: database-name", "objectName: databse-name")
                .lint(synced("database-name"))
                .found())
        .containsExactly("key-unknown");
  }

  private static String synced(String file) {
    return "  secretObjects:\n  - secretName: s\n    type: Opaque\n    data:\n"
        + "    - {objectName: "
        + file
        + ", key: k}\n";
  }
}
