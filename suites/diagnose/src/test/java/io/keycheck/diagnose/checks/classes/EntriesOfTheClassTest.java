package io.keycheck.diagnose.checks.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesOfTheClassTest {
  static List<Sample> all() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatCannotBeReadIsTheOneFinding(Sample sample) {
    Finding finding = sample.list("- secretKey: \"a\"\n objectName: b\n").lint().one();
    assertThat(finding.check()).isEqualTo("objects-unreadable");
    assertThat(finding.saw()).startsWith("line 2 of parameters.").contains("column 2");
  }

  @ParameterizedTest
  @MethodSource("all")
  void anEmptyListIsTheOneFinding(Sample sample) {
    for (String text : new String[] {null, "", "\n# nothing yet\n", "~"}) {
      assertThat(sample.list(text).lint().found()).containsExactly("objects-empty");
    }
  }

  @Test
  void theParameterThatWasMeantIsNamed() {
    assertThat(Sample.vault().parameter("object", "- x").list(null).lint().one().saw())
        .contains("there is \"object\"");
    assertThat(Sample.gcp().parameter("objects", "- x").list(null).lint().one().saw())
        .contains("there is \"objects\"");
  }

  @Test
  void anAliasWithoutANameInAClassForVaultIsMisplacedAndNothingElse() {
    Sample sample =
        Sample.vault()
            .change("objectName: database-host", "objectAlias: database-host")
            .change("objectName: database-name", "objectAlias: database-name");
    Finding finding = sample.lint().one();
    assertThat(finding.check()).isEqualTo("entry-field-misplaced");
    assertThat(finding.saw()).contains("line 7", "objectAlias", "aws and azure");
  }

  @Test
  void aPathOfVaultInAClassForAwsIsMisplaced() {
    String entry = "- {secretPath: secret/shop, objectAlias: database-host}\n";
    Sample sample = Sample.aws().change(Sample.awsPart("database-host"), "");
    assertThat(sample.list(sample.list() + entry).lint().found())
        .containsExactly("entry-field-misplaced");
  }

  @Test
  void aFieldOfAnotherProviderIsAnErrorThoughTheFileIsNamedToo() {
    assertThat(
            Sample.vault()
                .change(
                    "objectName: database-host",
                    "objectAlias: database-host\n  objectName: database-host")
                .lint()
                .found())
        .containsExactly("entry-field-misplaced");
    assertThat(
            Sample.vault()
                .change("objectName: database-host", "objectAlias: database-host\n  objectName: pg")
                .lint()
                .found())
        .containsExactly("entry-field-misplaced");
  }

  @Test
  void entriesThatNameTheirFileAndEntriesThatDoNotAreOneFinding() {
    Finding finding =
        Sample.vault()
            .change("objectName: database-host", "objectAlias: database-host")
            .change(
                "objectName: database-name",
                "objectName: database-name\n  objectAlias: database-name")
            .lint()
            .one();
    assertThat(finding.level()).isEqualTo(FindingLevel.ERROR);
    assertThat(finding.saw()).contains("line 7", "line 10");
    assertThat(finding.why()).doesNotContain("all the same");
  }

  @Test
  void aFieldOfVaultIsWhyAwsFetchesNothing() {
    assertThat(new EntryFieldMisplaced().explains()).contains("aws-fetch-failed", "mount-failed");
  }

  @Test
  void aMisspeltNameOfTheNamingFieldIsSaid() {
    assertThat(
            Sample.vault()
                .change("objectName: database-host", "objectname: database-host")
                .lint()
                .findings()
                .get(0)
                .saw())
        .contains("\"objectname\" where objectName is needed");
  }

  @Test
  void awsDoesNotMindCapitals() {
    assertThat(Sample.aws().change("objectAlias", "objectalias").lint().findings()).isEmpty();
  }

  @Test
  void placeholdersAreSaidOncePerClassAndNothingElseOfTheirValues() {
    Sample sample =
        Sample.vault()
            .parameter("vaultAddress", "http://vault.{<Vault-namespace>}.svc:8200")
            .parameter("roleName", "<{env-role}>")
            .change("secret/data/shop", "secret/data/<{env-db-secret}>");
    Finding finding = sample.lint().one();
    assertThat(finding.check()).isEqualTo("placeholder-left");
    assertThat(finding.saw()).contains("roleName", "vaultAddress", "line 3 secretPath");
    assertThat(
            Sample.aws()
                .change("path: '\"database-host\"'", "path: '{host: \"database-host\"}'")
                .lint()
                .findings())
        .isEmpty();
    assertThat(Sample.aws().change("shop/secret", "<{The secret name}>").lint().found())
        .containsExactly("placeholder-left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "172.17.0.3:8200",
        "vault:8200",
        "http:/vault",
        "htp://vault",
        "http://",
        "https://:8200",
        "http://va ult:8200",
        "http://vault:82oo",
        " http://vault:8200",
        "ftp://vault"
      })
  void anAddressThatIsNoUrlIsMalformed(String address) {
    assertThat(Sample.vault().parameter("vaultAddress", address).lint().found())
        .containsExactly("address-malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vault:8200",
        "HTTPS://vault.example.com",
        "https://vault_0.vault:8200/v1/",
        "http://[fd00::1]:8200",
        "https://10.0.0.1"
      })
  void anAddressThatIsAUrlIsNot(String address) {
    assertThat(Sample.vault().parameter("vaultAddress", address).lint().findings()).isEmpty();
    assertThat(Sample.vault().without("vaultAddress").lint().findings()).isEmpty();
  }

  @Test
  void passwordsInAnAddressAreNotShown() {
    String address = "htp://admin:hunter2@vault:8200";
    assertThat(Sample.vault().parameter("vaultAddress", address).lint().one().toString())
        .doesNotContain("hunter2");
  }

  @Test
  void aClassForVaultNamesARole() {
    assertThat(Sample.vault().parameter("roleName", "").lint().found())
        .containsExactly("role-name-missing");
    assertThat(Sample.vault().without("roleName").parameter("rolename", "r").lint().one().saw())
        .contains("absent", "there is \"rolename\"");
    assertThat(Sample.gcp().lint().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"secretmanager, secretsmanager", "ssm, ''", "SecretsManager, secretsmanager"})
  void anObjectOfAwsIsOfAKindThatThereIs(String type, String proposal) {
    Finding finding = Sample.aws().change("secretsmanager", type).lint().one();
    assertThat(finding.check()).isEqualTo("object-type-invalid");
    assertThat(finding.saw()).contains(type, proposal);
  }

  @Test
  void aKindMayBeAbsentBesideAnArn() {
    assertThat(Sample.aws().change("  objectType: secretsmanager\n", "").lint().found())
        .containsExactly("object-type-invalid");
    assertThat(Sample.azure().change("objectType: secret", "objectType: secrets").lint().found())
        .containsExactly("object-type-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"database-host", "\"database-host\"", "a.database-host"})
  void aHyphenOutsideQuotesIsNoJmesPath(String path) {
    Finding finding =
        Sample.aws().change("path: '\"database-host\"'", "path: " + path).lint().one();
    assertThat(finding.check()).isEqualTo("jmespath-unquoted");
    assertThat(finding.remedy()).anyMatch(line -> line.endsWith("\"database-host\"'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "'hosts[-1]'", "'hosts[1:-2]'", "'a.\"database-host\"'"})
  void otherPathsAre(String path) {
    assertThat(Sample.aws().change("path: '\"database-host\"'", "path: " + path).lint().findings())
        .isEmpty();
  }

  @Test
  void aPartWithoutAnAliasIsTheOneFinding() {
    Finding finding = Sample.aws().change("    objectAlias: database-host\n", "").lint().one();
    assertThat(finding.check()).isEqualTo("alias-missing");
    assertThat(finding.saw()).contains("line 8");
  }

  @Test
  void aMisspeltProviderHidesNothing() {
    assertThat(Sample.vault().without("roleName").provider("vualt").lint().found())
        .containsExactly("role-name-missing");
    assertThat(Sample.vault().without("roleName").provider("doppler").lint().findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vaultAuthMountPath=jwt|auth-mount-twice",
        "vaultSkipTLSVerify=yes|flag-malformed",
        "vaultSkipTLSVerify=|flag-malformed",
        "vaultSkipTLSVerify=true|",
        "secretObjects=[]|synced-inside-parameters (info)"
      })
  void parametersOfVault(String parameter, String check) {
    String[] pair = parameter.split("=", 2);
    Sample sample = Sample.vault().parameter(pair[0], pair[1]);
    if (pair[0].equals("vaultAuthMountPath")) {
      assertThat(sample.lint().findings()).isEmpty();
      sample = sample.parameter("vaultKubernetesMountPath", "kubernetes");
    }
    assertThat(sample.lint().found()).isEqualTo(check == null ? List.of() : List.of(check));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encoding: rot13|encoding-invalid",
        "encoding: base64|",
        "filePermission: 0644|",
        "filePermission: \"0644\"|file-permission-invalid",
        "filePermission: 644|file-permission-invalid",
        "filePermission: 1777777|file-permission-invalid",
        "secretkee: x|entry-field-unknown (info)",
        "secretArgs: {a: 1}|"
      })
  void fieldsOfVault(String field, String check) {
    Sample sample =
        Sample.vault().change("objectName: database-host", field + "\n  objectName: database-host");
    assertThat(sample.lint().found()).isEqualTo(check == null ? List.of() : List.of(check));
  }

  @Test
  void anEntryOfVaultSaysWhereItsContentIs() {
    String entry = Sample.vaultEntry("database-host");
    assertThat(Sample.vault().change(entry, entry.replaceAll("  secretKey.*\n", "")).lint().found())
        .containsExactly("secret-key-omitted");
    assertThat(
            Sample.vault().change(entry, entry.replaceAll("  secretPath.*\n", "")).lint().found())
        .containsExactly("entry-source-missing");
    assertThat(
            Sample.vault()
                .change("secretKey: storage-secret", "secretKey: torage-secret")
                .lint()
                .found())
        .containsExactly("source-key-misspelt (info)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../database-host", "/database-host", "a/../database-host", "..x"})
  void filesStayWithinTheVolume(String name) {
    assertThat(
            Sample.vault()
                .change("objectName: mx-admin-password", "objectName: " + name)
                .lint()
                .found())
        .containsExactly("file-name-invalid");
  }

  @Test
  void aNameOfAnyLengthIsLookedAtInGoodTime() {
    String name = "x".repeat(60_000);
    Finding finding =
        Sample.vault().change("objectName: mx-admin-password", "objectName: " + name).lint().one();
    assertThat(finding.check()).isEqualTo("file-name-invalid");
    assertThat(finding.toString()).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filePermission: \"0644\"|",
        "filePermission: 0644|file-permission-invalid",
        "failoverObject: {objectName: x}|failover-incomplete,failover-incomplete"
      })
  void fieldsOfAws(String field, String checks) {
    Sample sample = Sample.aws().change("  objectType", "  " + field + "\n  objectType");
    assertThat(sample.lint().found())
        .isEqualTo(checks == null ? List.of() : List.of(checks.split(",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pathTranslation=False|",
        "pathTranslation=-|",
        "pathTranslation=no|path-translation-invalid",
        "usePodIdentity=yes|flag-malformed"
      })
  void parametersOfAws(String parameter, String check) {
    String[] pair = parameter.split("=", 2);
    assertThat(Sample.aws().parameter(pair[0], pair[1]).lint().found())
        .isEqualTo(check == null ? List.of() : List.of(check));
  }

  @Test
  void objectsHaveNamesThatTheirStoreKnows() {
    Sample other =
        Sample.aws().change("shop/secret", "arn:aws:secretsmanager:eu-west-1:1:secret:s");
    assertThat(other.parameter("region", "eu-west-1").lint().findings()).isEmpty();
    assertThat(other.parameter("region", "eu-west-2").lint().found())
        .containsExactly("object-name-invalid");
    assertThat(Sample.aws().change("shop/secret", "arn:aws:secretsmanager").lint().found())
        .containsExactly("object-name-invalid");
    assertThat(
            Sample.gcp().change("projects/p/secrets/database-host", "database-host").lint().found())
        .containsExactly("object-name-invalid");
    Sample constant =
        Sample.azure()
            .list(
                Sample.azure().list()
                    + "  - |\n    objectName: mx-const-A.B\n    objectType: secret\n");
    assertThat(constant.lint().operator("2.10.0").found()).containsExactly("object-name-invalid");
    assertThat(
            constant
                .change(
                    "objectName: mx-const-A.B",
                    "objectName: mx-const-A-B\n    objectAlias: mx-const-A.B")
                .lint()
                .operator("2.10.0")
                .findings())
        .isEmpty();
    assertThat(Sample.azure().without("tenantID").lint().found())
        .containsExactly("key-vault-not-set");
  }

  @Test
  void aParameterThatIsNoTextIsSaidAndReadAllTheSame() {
    String manifest =
        Sample.vault().list(null).named(Lint.ENVIRONMENT)
            + "    objects:\n"
            + "    - {objectName: database-host, secretKey: k, secretPath: secret/x}\n";
    assertThat(Lint.of(manifest).found())
        .containsExactly("key-required-missing", "parameter-mistyped");
  }

  @Test
  void aSyncedSecretIsComplete() {
    assertThat(Sample.vault().lint("  secretObjects: [{secretName: s}]\n").found())
        .containsExactly("sync-incomplete (info)");
  }
}
