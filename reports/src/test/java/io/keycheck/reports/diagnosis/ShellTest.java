package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
  @ParameterizedTest
  @ValueSource(strings = {"env1", "mx-prod", "a.b/c:d=e_f", "privatecloud.mendix.com/x=true", "/a"})
  void whatIsHarmlessStaysAsItIs(String name) {
    assertThat(Shell.quote(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a b, 'a b'",
        "$(id), '$(id)'",
        "`id`;rm *, '`id`;rm *'",
        "it's, 'it'\\''s'",
        "=ls, '=ls'",
        "~, '~'",
        "\"\", ''",
        "été, 'été'",
      })
  void everythingElseIsOneQuotedWord(String name, String quoted) {
    assertThat(Shell.quote(name)).isEqualTo(quoted);
  }

  @Test
  void whatCannotBeANameIsShownAndNotObeyed() {
    assertThat(Shell.quote("a\nrm -rf ~")).isEqualTo("'a␊rm -rf ~'");
    assertThat(Shell.quote("\u001B[2J")).isEqualTo("'␛[2J'");
    assertThat(Shell.quote("a\u202Eb")).isEqualTo("'a\uFFFDb'");
    assertThat(Shell.quote("--all")).isEqualTo("'\u2010-all'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'b''c", "'", "\\", "$HOME \"x\" !!", "a\tb", "#x", "{a,b}", "<x>|&"})
  void aShellReadsBackWhatWasQuoted(String name) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf %s " + Shell.quote(name))
            .redirectErrorStream(true)
            .start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(read).isEqualTo(name.replace('\t', '␉'));
  }

  @Test
  void aRemedyIsOneLineWhateverNameIsInIt() {
    Finding finding = Diagnoses.hostile().environments().get(0).findings().get(0);
    assertThat(finding.remedy()).hasSize(3).noneMatch(line -> line.contains("\n"));
    assertThat(finding.remedy().get(2)).startsWith("# A line of 1000").endsWith("long to paste.");
  }
}
