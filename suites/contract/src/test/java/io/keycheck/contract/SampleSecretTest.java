package io.keycheck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleSecretTest {
  @Test
  void theThreeSecretsHoldEachKeyOfTheDocumentOnce() {
    assertThat(SampleSecret.all())
        .flatExtracting(secret -> secret.values().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Key.values()).filter(Key::inDocument).toList());
  }

  @Test
  void valuesStandInTheOrderOfTheDocument() {
    assertThat(SampleSecret.DATABASE.values().keySet())
        .extracting(Key::file)
        .containsExactly(
            "database-type",
            "database-jdbc-url",
            "database-host",
            "database-name",
            "database-username",
            "database-password");
    assertThat(SampleSecret.FILE_STORAGE.values())
        .containsEntry(Key.STORAGE_ENDPOINT, "https://my-app-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(SampleSecret.CONFIGURATION.values())
        .containsExactlyEntriesOf(java.util.Map.of(Key.MX_ADMIN_PASSWORD, "Welc0me!"));
  }

  @Test
  void theSampleCannotBeChanged() {
    assertThatThrownBy(() -> SampleSecret.DATABASE.values().put(Key.DATABASE_TYPE, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
