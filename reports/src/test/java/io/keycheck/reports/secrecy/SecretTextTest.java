package io.keycheck.reports.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTextTest {
  private final SecretText secret = SecretText.of("Welc0me!");

  @Test
  void printsAsMasked() {
    assertThat(secret.toString()).isEqualTo("‹masked›");
    assertThat("the password is " + secret).doesNotContain("Welc0me!");
    assertThat(List.of(secret).toString()).isEqualTo("[‹masked›]");
  }

  @Test
  void revealsItsValueOnlyWhenAskedTo() {
    assertThat(secret.reveal()).isEqualTo("Welc0me!");
    assertThat(SecretText.of("").reveal()).isEmpty();
    assertThat(SecretText.of("grün 🔑\u0000\n").reveal()).isEqualTo("grün 🔑\u0000\n");
  }

  @Test
  void isEqualByContent() {
    assertThat(secret)
        .isEqualTo(SecretText.of("Welc0me!"))
        .hasSameHashCodeAs(SecretText.of("Welc0me!"));
    assertThat(secret).isNotEqualTo(SecretText.of("Welc0me?")).isNotEqualTo("Welc0me!");
  }

  @Test
  void jacksonSeesTheMaskEvenWhenItReadsPrivateFields() throws Exception {
    ObjectMapper nosy = new ObjectMapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    assertThat(nosy.writeValueAsString(Map.of("token", secret)))
        .isEqualTo("{\"token\":\"‹masked›\"}");
  }

  @Test
  void cannotBeWrittenByJavaSerialization() {
    assertThat(secret).isNotInstanceOf(java.io.Serializable.class);
  }

  @Test
  void randomValuesStartWithTheCanaryAndDiffer() {
    SecretText one = SecretText.random(40);
    assertThat(one.reveal()).hasSize(40).startsWith(SecretText.CANARY);
    assertThat(one).isNotEqualTo(SecretText.random(40));
    assertThat(SecretText.random(64 * 1024).reveal()).hasSize(64 * 1024);
  }

  @Test
  void refusesRandomValuesThatCouldBeGuessed() {
    assertThatThrownBy(() -> SecretText.random(20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A random secret has at least 32 characters.");
  }
}
