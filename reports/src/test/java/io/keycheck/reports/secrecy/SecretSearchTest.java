package io.keycheck.reports.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is found in every spelling, and nothing else is taken for one. */
class SecretSearchTest {
  private static final String VALUE = SecretText.random(40).reveal() + "\"&\n~";

  private static Stream<Arguments> spellings() {
    byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("plain", VALUE),
        Arguments.of("within an address", "jdbc:postgresql://pg-" + VALUE + ".example.com"),
        Arguments.of("URL", URLEncoder.encode(VALUE, StandardCharsets.UTF_8)),
        Arguments.of("JSON", VALUE.replace("\"", "\\\"").replace("\n", "\\n")),
        Arguments.of("JSON of Go", VALUE.replace("&", "\\u0026")),
        Arguments.of("hexadecimal", HexFormat.of().formatHex(bytes)),
        Arguments.of("base64", base64("", VALUE)),
        Arguments.of("base64, one byte on", base64("a", VALUE)),
        Arguments.of("base64, two bytes on", base64("ab", VALUE)),
        Arguments.of("base64 of an object", base64("{\"database-password\":\"", VALUE + "\"}")),
        Arguments.of("base64 for URLs", Base64.getUrlEncoder().encodeToString(bytes)),
        Arguments.of(
            "base64 in lines", Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes)),
        Arguments.of("a token", token()),
        Arguments.of("a token of Vault", "hvs.CAESIJ" + "a1-_".repeat(20)),
        Arguments.of("a batch token of Vault", "token=hvb.AAAAAQ" + "b2".repeat(40)),
        Arguments.of("an old token of Vault", "\"client_token\":\"s.1a2B3c4D5e6F7g8H9i0J1k2L\""),
        Arguments.of("a token of Vault in base64", base64("{\"t\":\"", "hvs." + "c3D".repeat(9))),
        Arguments.of("a password that Vault made", "//user:" + made() + "@host"),
        Arguments.of("a password that Vault made in base64", base64("ab", made())),
        Arguments.of("the same, one byte short of a group", base64("a", made())),
        Arguments.of("the same, two bytes short of a group", base64("", made())),
        Arguments.of(
            "a password that Vault made in hexadecimal",
            HexFormat.of().formatHex(made().getBytes(StandardCharsets.UTF_8))));
  }

  private static String base64(String before, String value) {
    return Base64.getEncoder().encodeToString((before + value).getBytes(StandardCharsets.UTF_8));
  }

  private static String made() {
    return MadePassword.LETTERS.repeat(MadePassword.LENGTH / MadePassword.LETTERS.length());
  }

  private static String token() {
    return part("{\"alg\":\"RS256\",\"kid\":\"1\"}")
        + "."
        + part("{\"aud\":[\"vault\"],\"exp\":1}")
        + "."
        + part("a signature that is no signature");
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void aValueIsFound(String spelling, String text) {
    assertThat(SecretSearch.hits("a first line\nand here: " + text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keycheck",
        "keycheck-canar",
        "PostgreSQL true com.mendix.storage.s3",
        "a report that ends with keycheck",
        "{\"alg\":\"none\"}",
        "pods.ofTheNamespaceShopAreNot",
        "io.keycheck.lab.s.aMethodOfSomeLongName1234",
        "hvs.short",
        "a digest 3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed7e6dc881",
        SecretText.MASK
      })
  void whatIsNoValueIsNotFound(String text) {
    assertThat(SecretSearch.hits(text)).isEmpty();
  }

  @Test
  void aHitSaysWhereAndNotWhat() {
    assertThat(SecretSearch.hits("one\ntwo " + VALUE.strip() + "\nthree"))
        .contains("line 2")
        .noneMatch(hit -> hit.contains(SecretText.CANARY));
  }
}
