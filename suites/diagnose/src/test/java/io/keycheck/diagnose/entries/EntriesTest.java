package io.keycheck.diagnose.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private static final String ENTRY = "- objectName: a\n  secretPath: p\n";

  @Test
  void linesAreThoseOfTheText() {
    Entries.Readable read = readable("vault", "# first\n\n" + ENTRY + ENTRY.replace(": a", ": b"));
    assertThat(read.files()).extracting(MountedFile::line).containsExactly(3, 5);
    assertThat(read.entries().get(0).fields().get("secretPath").line()).isEqualTo(4);
  }

  @Test
  void linesOfAzureAreThoseOfTheOuterText() {
    String text = "array:\n  - |\n    objectName: a\n    objectType: secret\n  - 'objectName: b'\n";
    assertThat(readable("azure", text).files())
        .containsExactly(new MountedFile("a", "", false, 3), new MountedFile("b", "", false, 5));
    Entries.Unreadable broken =
        unreadable("azure", "array:\n  - |\n    objectName: a\n      objectType: x\n");
    assertThat(broken.line()).isEqualTo(4);
    assertThat(broken.column()).isGreaterThan(4);
  }

  @Test
  void filesOfAwsAreNamedByAliasElseByName() {
    String text =
        """
        - {objectName: a/b, objectType: ssmparameter}
        - {objectName: c, objectAlias: d/e}
        - objectName: f
          jmesPath: [{path: '"g-h"', objectAlias: i}]
        """;
    assertThat(readable("aws", text).files())
        .containsExactly(
            new MountedFile("a_b", "", false, 1),
            new MountedFile("d_e", "", false, 2),
            new MountedFile("f", "", true, 3),
            new MountedFile("i", "g-h", false, 4));
    Entries kept = Entries.of("aws", Map.of("objects", text, "pathTranslation", "False"));
    assertThat(((Entries.Readable) kept).files().get(0).name()).isEqualTo("a/b");
  }

  @Test
  void filesOfGcpAreNamedByFileNameElseByPath() {
    String text = "- {resourceName: r, path: a}\n- {resourceName: r, fileName: b, path: c}\n";
    Entries read = Entries.of("gcp", Map.of("secrets", text));
    assertThat(((Entries.Readable) read).files())
        .extracting(MountedFile::name)
        .containsExactly("a", "b");
  }

  @Test
  void mergedMapsCount() {
    assertThat(
            readable("vault", "- &x {objectName: a, secretPath: p}\n- {<<: *x, objectName: b}\n")
                .entries())
        .extracting(entry -> entry.text("secretPath"))
        .containsExactly("p", "p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a",
        "a: b",
        "text",
        "- objectName: [a]",
        "- [a]",
        "- objectName: a\n  objectName: b",
        "- objectName: \"a\n",
        "- \tobjectName: a",
        "\t- objectName: a",
        "- objectName: a\u0000b",
        "- objectName: *nowhere",
        "- objectName: a\n- - b",
        "- {a: b",
        "- ? {a: b}\n  : c",
        "%",
        "@"
      })
  void whatIsNoListOfMapsIsUnreadable(String text) {
    Entries.Unreadable unreadable = unreadable("vault", text);
    assertThat(unreadable.line()).isPositive();
    assertThat(unreadable.column()).isPositive();
    assertThat(unreadable.message()).isNotBlank();
  }

  @Test
  void awsTakesTheLastOfTwoFields() {
    assertThat(readable("aws", "- objectName: a\n  objectName: b\n").files())
        .extracting(MountedFile::name)
        .containsExactly("b");
  }

  @Test
  void otherScriptsAreRead() {
    assertThat(readable("vault", "- objectName: \"schlüssel-🔑\"\n").files().get(0).name())
        .isEqualTo("schlüssel-🔑");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&a [*a]",
        "- &a {<<: *a, objectName: x}",
        "- &a {<<: [*a, *a, *a], objectName: x}",
        "&a {<<: *a}",
        "{array: &a [*a]}"
      })
  void whatHoldsItselfEnds(String text) {
    for (String provider : new String[] {"vault", "aws", "azure", "gcp"}) {
      within(() -> Entries.of(provider, Map.of("objects", text, "secrets", text)));
    }
  }

  @Test
  void hostileTextsAreRefusedInGoodTime() {
    StringBuilder bomb = new StringBuilder("- &a0 {objectName: x}\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("- &a%d {<<: [*a%d, *a%d, *a%d]}\n".formatted(i, i - 1, i - 1, i - 1));
    }
    within(() -> Entries.of("vault", Map.of("objects", bomb.toString())));
    StringBuilder lists = new StringBuilder("a: &a [x,x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      lists.append("%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ",").repeat(9)));
    }
    within(() -> Entries.of("azure", Map.of("objects", lists.toString())));
    for (String text :
        new String[] {
          "[".repeat(200_000),
          "- ".repeat(100_000),
          "- {a: ".repeat(40_000),
          "- objectName: " + "x".repeat(200_000),
          "x".repeat(1_000_000),
          "x".repeat(10_000_000),
          "\u0000".repeat(200_000),
          "&a ".repeat(80_000),
          "- objectName: \"" + "\\n".repeat(100_000)
        }) {
      within(() -> Entries.of("vault", Map.of("objects", text)));
    }
    within(() -> unreadable("vault", ENTRY.repeat(7_000)));
  }

  @Test
  void providersThatAreNotKnownAreForeign() {
    assertThat(Entries.of("doppler", Map.of("objects", ENTRY))).isInstanceOf(Entries.Foreign.class);
    assertThat(Entries.of("", Map.of())).isInstanceOf(Entries.Foreign.class);
    assertThat(Entries.of("vualt", Map.of("objects", ENTRY))).isInstanceOf(Entries.Readable.class);
    assertThat(Entries.of("AWS", Map.of())).isInstanceOf(Entries.Empty.class);
  }

  private static void within(Executable reading) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), reading);
  }

  private static Entries.Readable readable(String provider, String text) {
    return (Entries.Readable) Entries.of(provider, Map.of("objects", text));
  }

  private static Entries.Unreadable unreadable(String provider, String text) {
    return (Entries.Unreadable) Entries.of(provider, Map.of("objects", text));
  }
}
