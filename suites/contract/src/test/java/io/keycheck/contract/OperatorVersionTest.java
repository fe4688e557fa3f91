package io.keycheck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorVersionTest {
  @ParameterizedTest
  @CsvSource({"2.9.0, 2.9.0", "2.9, 2.9.0", "v2.17.1, 2.17.1", "' 2.10.1-rc.1 ', 2.10.1"})
  void readsWhatPeopleAndImageTagsWrite(String text, String version) {
    assertThat(OperatorVersion.parse(text)).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "latest", "2.x.0", "2.9.0.1", "-1.0.0", "2.9999999.0"})
  void refusesWhatIsNoVersionInOneSentence(String text) {
    assertThatThrownBy(() -> OperatorVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is no Operator version such as 2.9.0.");
  }

  @Test
  void ordersByNumberAndNotByLetter() {
    assertThat(OperatorVersion.parse("2.10.0")).isGreaterThan(OperatorVersion.parse("2.9.9"));
    assertThat(OperatorVersion.parse("2.10.1").atLeast(OperatorVersion.parse("2.10.1"))).isTrue();
    assertThat(OperatorVersion.parse("2.10.0").atLeast(OperatorVersion.parse("2.10.1"))).isFalse();
    assertThat(OperatorVersion.parse("3.0.0").atLeast(OperatorVersion.parse("2.17.0"))).isTrue();
  }
}
