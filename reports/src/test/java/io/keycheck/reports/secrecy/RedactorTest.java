package io.keycheck.reports.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("what it measures is time, and the machine is busy while others run")
class RedactorTest {
  private static final String MASK = SecretText.MASK;

  private final Redactor redactor = new Redactor();

  @Test
  void masksEveryOccurrenceAndNothingElse() {
    redactor.remember(SecretText.of("Welc0me!"));
    assertThat(redactor.redact("user=a password=Welc0me! again Welc0me!, end"))
        .isEqualTo("user=a password=" + MASK + " again " + MASK + ", end");
    assertThat(redactor.redact("nothing here")).isEqualTo("nothing here");
    assertThat(redactor.redact("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Welc0me!",
        "jdbc:postgresql://pg.example.com:5432/my-app?a=1&b=<2>;c=\"3\" '4'",
        "ends with a newline\n",
        "  spaces, grün, 🔑  ",
        "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n",
      })
  void masksAValueInEverySpellingOtherProgramsUse(String value) throws Exception {
    redactor.remember(SecretText.of(value));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    String json = new ObjectMapper().writeValueAsString(value);

    assertMasked(value);
    assertMasked(value.strip());
    assertMasked(json.substring(1, json.length() - 1));
    assertMasked(
        json.substring(1, json.length() - 1)
            .replace("&", "\\u0026")
            .replace("<", "\\u003c")
            .replace(">", "\\u003e"));
    assertMasked(url);
    assertMasked(url.replace("+", "%20"));
    assertMasked(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    assertMasked(HexFormat.of().formatHex(bytes));
    assertMasked(Base64.getEncoder().encodeToString(bytes));
    assertMasked(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "xyz"})
  void masksAValueInTheMiddleOfALongerBase64Text(String before) {
    String value = "Welc0me-to-the-machine";
    redactor.remember(SecretText.of(value));
    String encoded =
        Base64.getEncoder()
            .encodeToString((before + value + " after").getBytes(StandardCharsets.UTF_8));

    String redacted = redactor.redact(encoded);

    assertThat(redacted).contains(MASK);
    // What is left of the value's characters at the two seams is at most a few bits.
    assertThat(redacted.replace(MASK, "").length())
        .isLessThanOrEqualTo(
            Base64.getEncoder()
                    .encodeToString((before + " after").getBytes(StandardCharsets.UTF_8))
                    .length()
                + 4);
  }

  @Test
  void masksEachLineOfAValueThatIsPrintedLineByLine() {
    redactor.remember(SecretText.of("first line\nsecond line\n"));
    assertThat(redactor.redact("| second line\n| first line"))
        .isEqualTo("| " + MASK + "\n| " + MASK);
  }

  @Test
  void masksTheLongestWhereOneValueStartsWithAnother() {
    redactor.remember(SecretText.of("secret-1"));
    redactor.remember(SecretText.of("secret-1-and-more"));
    assertThat(redactor.redact("secret-1-and-more secret-1")).isEqualTo(MASK + " " + MASK);
  }

  @Test
  void masksTheStartOfAValueWhereTheTextWasCut() {
    redactor.remember(SecretText.of("a-rather-long-secret"));
    assertThat(redactor.redact("value: a-rather-lon")).isEqualTo("value: " + MASK);
    assertThat(redactor.redact("a-rather…")).isEqualTo(MASK + "…");
    assertThat(redactor.redact("a-rather-long\n[cut: 13 of 20 bytes kept]"))
        .isEqualTo(MASK + "\n[cut: 13 of 20 bytes kept]");
    assertThat(redactor.redact("a-rather-long story")).isEqualTo("a-rather-long story");
  }

  @Test
  void masksACanaryThatNobodyRemembered() {
    String stray = SecretText.random(40).reveal();
    assertThat(redactor.redact("<" + stray + ">")).isEqualTo("<" + MASK + ">");
    assertThat(redactor.leaks(stray)).isTrue();
    assertThat(redactor.leaks("a canary in a coal mine")).isFalse();
  }

  @Test
  void saysWhichValuesAreTooShortToBeMasked() {
    assertThat(redactor.remember(SecretText.of("true"))).isFalse();
    assertThat(redactor.remember(SecretText.of(""))).isFalse();
    assertThat(redactor.remember(SecretText.of("Welc0me!"))).isTrue();
    assertThat(redactor.redact("that is true")).isEqualTo("that is true");
  }

  @Test
  void masksAMegabyteAmongAThousandValuesWithoutAPause() {
    IntStream.range(0, 1000).forEach(i -> redactor.remember(SecretText.random(48)));
    String stray = SecretText.random(40).reveal();
    String megabyte = "some log line of a pod\n".repeat(45_000) + stray;

    long started = System.nanoTime();
    String redacted = redactor.redact(megabyte);

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(redacted).endsWith("pod\n" + MASK);
  }

  private void assertMasked(String spelling) {
    String redacted = redactor.redact("[" + spelling + "]");
    assertThat(redactor.leaks(spelling)).isTrue();
    assertThat(redacted).contains(MASK);
    for (int i = 0; i + 6 <= spelling.length(); i++) {
      String piece = spelling.substring(i, i + 6);
      if (!piece.isBlank()) {
        assertThat(redacted).doesNotContain(piece);
      }
    }
  }
}
