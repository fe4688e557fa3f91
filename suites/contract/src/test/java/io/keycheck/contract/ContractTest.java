package io.keycheck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
  private final Contract document = Contract.ofDocument();

  @Test
  void theDocumentListsFourteenKeys() {
    assertThat(document.keys()).hasSize(14).allMatch(Key::inDocument);
    assertThat(document.patterns()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0.0", "2.9.0", "2.10.0", "2.10.1", "2.17.0", "3.0.0"})
  void allKeysOfTheDocumentAreRightForEveryOperator(String operator) {
    assertThat(Contract.of(OperatorVersion.parse(operator)).judge(documentKeys())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {
        "DATABASE_TYPE",
        "DATABASE_JDBC_URL",
        "DATABASE_HOST",
        "DATABASE_NAME",
        "DATABASE_USERNAME",
        "DATABASE_PASSWORD",
        "STORAGE_SERVICE_NAME",
        "STORAGE_ENDPOINT",
        "STORAGE_BUCKET_NAME"
      })
  void aMissingRequiredKeyIsNamed(Key key) {
    assertThat(document.judge(without(key)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo("key-required-missing");
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.file()).isEqualTo(key.file());
              assertThat(problem.sentence())
                  .isEqualTo("The key \"" + key.file() + "\" is required, but is not mapped.");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {
        "STORAGE_ACCESS_KEY_ID",
        "STORAGE_SECRET_ACCESS_KEY",
        "STORAGE_USE_CA_CERTIFICATES",
        "STORAGE_PERFORM_DELETE",
        "MX_ADMIN_PASSWORD"
      })
  void anOptionalKeyMayBeAbsent(Key key) {
    assertThat(document.judge(without(key))).isEmpty();
  }

  @Test
  void nothingMappedMeansThatEveryRequiredKeyIsMissing() {
    assertThat(document.judge(Set.of()))
        .hasSize(9)
        .allMatch(problem -> problem instanceof Problem.MissingKey);
  }

  @Test
  void theDatabasePasswordMayBeAbsentOnceAnOperatorKnowsAnotherWayIn() {
    Set<String> mapped = without(Key.DATABASE_PASSWORD);

    assertThat(Contract.of(OperatorVersion.parse("2.10.0")).judge(mapped))
        .extracting(Problem::severity)
        .containsExactly(Severity.ERROR);
    assertThat(Contract.of(OperatorVersion.parse("2.10.1")).judge(mapped))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.sentence())
                  .isEqualTo(
                      "The key \"database-password\" is not mapped, which is right only where the"
                          + " database is reached with AWS IAM.");
            });
    assertThat(Contract.of(OperatorVersion.parse("2.17.0")).judge(mapped))
        .extracting(Problem::sentence)
        .containsExactly(
            "The key \"database-password\" is not mapped, which is right only where the database is"
                + " reached with AWS IAM or an Azure managed identity.");
  }

  @ParameterizedTest
  @CsvSource({
    "torage-secret-access-key, storage-secret-access-key",
    "storage-secret-acces-key, storage-secret-access-key",
    "databse-type,             database-type",
    "dataabse-type,            database-type",
    "DATABASE_HOST,            database-host",
    "database.name,            database-name",
    "db-password,              database-password",
    "storage-bucket,           storage-bucket-name",
    "mx-admin-pasword,         mx-admin-password",
    "mx-cosnt-Mod.Name,        mx-const-Mod.Name",
    "mx-cons-Module.Name,      mx-const-Module.Name",
    "mx-constModule.Name,      mx-const-Module.Name",
    "mx_runtime_Setting,       mx-runtime-Setting",
    "mx-runtme-İ,              mx-runtime-İ",
    "mx-const-,                mx-const-{name}",
  })
  void anUnknownKeyIsNamedWithTheNearestOne(String file, String nearest) {
    assertThat(document.judge(with(file)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo("key-unknown");
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.file()).isEqualTo(file);
              assertThat(problem.sentence())
                  .isEqualTo(
                      "\"%s\" is no key that an environment reads; the nearest is \"%s\"."
                          .formatted(file, nearest));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls.crt", "application.yaml", "x", "", "ключ"})
  void aFileUnlikeAnyKeyGetsNoProposal(String file) {
    assertThat(document.judge(with(file)))
        .containsExactly(new Problem.UnknownKey(file, Optional.empty()));
  }

  @Test
  void ofTwoEquallyNearKeysTheOneThatIsNotMappedIsProposed() {
    Set<String> mapped = without(Key.DATABASE_NAME);
    mapped.add("database-ame");
    assertThat(document.judge(mapped))
        .filteredOn(problem -> problem instanceof Problem.UnknownKey)
        .extracting(Problem::sentence)
        .singleElement()
        .asString()
        .contains("\"database-name\"");
  }

  @ParameterizedTest
  @CsvSource({
    "mx-debugger-password, 2.15.0, 2.14.9",
    "mx-const-MyFirstModule.MyConstant, 2.10.0, 2.9.0",
    "mx-runtime-ScheduledEventExecution, 2.10.0, 2.9.0",
  })
  void aKeyOfALaterOperatorIsNamedWithTheVersionItNeeds(String file, String since, String before) {
    assertThat(Contract.of(OperatorVersion.parse(before)).judge(with(file)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo("key-needs-newer-operator");
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.sentence())
                  .isEqualTo(
                      "The key \"%s\" is read from Operator %s on, and the Operator is %s."
                          .formatted(file, since, before));
            });
    assertThat(Contract.of(OperatorVersion.parse(since)).judge(with(file))).isEmpty();
  }

  @Test
  void filesAreStoredInAzureWhereAnyKeyForAzureIsMapped() {
    Contract contract = Contract.of(OperatorVersion.parse("2.10.0"));
    Set<String> mapped = database();
    mapped.add("storage-azure-use-https");

    assertThat(contract.judge(mapped))
        .extracting(Problem::sentence)
        .containsExactly(
            "The key \"storage-azure-account-name\" is required with Azure Blob Storage, but is not"
                + " mapped.",
            "The key \"storage-azure-account-key\" is required with Azure Blob Storage, but is not"
                + " mapped.",
            "The key \"storage-azure-container\" is required with Azure Blob Storage, but is not"
                + " mapped.");
  }

  @Test
  void azureIsReachedWithAnAccountKeyOrWithAManagedIdentity() {
    Contract contract = Contract.of(OperatorVersion.parse("2.17.0"));
    Set<String> withKey = database();
    withKey.addAll(
        Set.of(
            "storage-azure-account-name", "storage-azure-account-key", "storage-azure-container"));
    Set<String> withIdentity = database();
    withIdentity.addAll(
        Set.of(
            "storage-azure-blob-endpoint",
            "storage-azure-use-default-azure-credential",
            "storage-azure-container"));
    Set<String> begun = database();
    begun.addAll(Set.of("storage-azure-blob-endpoint", "storage-azure-container"));
    Set<String> both = new TreeSet<>(withKey);
    both.add("storage-azure-blob-endpoint");

    assertThat(contract.judge(withKey)).isEmpty();
    assertThat(contract.judge(withIdentity)).isEmpty();
    assertThat(contract.judge(both)).isEmpty();
    assertThat(contract.judge(begun))
        .extracting(Problem::file)
        .containsExactly("storage-azure-use-default-azure-credential");
  }

  @Test
  void anOperatorThatDoesNotKnowAzureIsNamedRatherThanTheKeysOfS3() {
    Set<String> mapped = database();
    mapped.add("storage-azure-account-name");
    assertThat(document.judge(mapped))
        .containsExactly(
            new Problem.NewerOperatorNeeded(
                "storage-azure-account-name",
                new OperatorVersion(2, 10, 0),
                OperatorVersion.DOCUMENT));
  }

  @Test
  void everySentenceIsOne() {
    Set<String> mapped = with("torage-endpoint");
    mapped.add("mx-const-A.B");
    mapped.remove("database-type");
    assertThat(document.judge(mapped))
        .hasSize(3)
        .allSatisfy(
            problem -> assertThat(problem.sentence()).endsWith(".").doesNotContain(". ", "\n"));
  }

  private static Set<String> documentKeys() {
    return Arrays.stream(Key.values())
        .filter(Key::inDocument)
        .map(Key::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Key key) {
    Set<String> keys = documentKeys();
    keys.remove(key.file());
    return keys;
  }

  private static Set<String> with(String file) {
    Set<String> keys = documentKeys();
    keys.add(file);
    return keys;
  }

  /** Returns what every environment needs, wherever it stores files. */
  private static Set<String> database() {
    Set<String> keys = documentKeys();
    keys.removeIf(key -> key.startsWith("storage-") && !key.equals("storage-service-name"));
    return keys;
  }
}
