package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void withoutACommandTheUsageIsShown() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: keycheck")
        .contains(
            "diagnose",
            "snapshot",
            "rbac",
            "certify",
            "verify",
            "report",
            "diff",
            "list",
            "clean",
            "images",
            "job",
            "completion")
        .doesNotContain("in-job");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnose",
        "snapshot",
        "rbac",
        "certify",
        "verify",
        "report",
        "diff",
        "list",
        "clean",
        "images",
        "job",
        "completion"
      })
  void everyCommandExplainsItself(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: keycheck " + command);
  }

  @Test
  void helpIsACommandToo() {
    assertThat(CommandLineRun.of("help").out()).startsWith("Usage: keycheck");
    CommandLineRun run = CommandLineRun.of("help", "certify");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Usage: keycheck certify")
        .contains("keycheck certify --suite vault --case mount-is-read-only --case mount-is-in");
  }

  @Test
  void theHelpNamesTheExitCodes() {
    assertThat(CommandLineRun.of("--help").out().replaceAll("\\s+", " "))
        .contains("0 conformant, passed, or no error found; 1 not; 2 bad usage, input or set-up;")
        .contains("3 inconclusive, or unknown.");
  }

  @Test
  void saysItsVersionAndCommit() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("keycheck \\d+\\.\\d+\\.\\d+ \\(commit \\S+\\)\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsTheOptionsOfEveryCommand(String shell) {
    CommandLineRun run = CommandLineRun.of("completion", shell);
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("complete -F _complete_keycheck -o default keycheck")
        .contains("--all-contexts", "--rerun-failed", "--explain", "--driver-namespace");
  }

  @Test
  void completionForAnotherShellIsBadUsage() {
    CommandLineRun run = CommandLineRun.of("completion", "fish");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("SHELL is bash or zsh, not 'fish'.");
  }

  @Test
  void anUnknownCommandIsBadUsage() {
    CommandLineRun run = CommandLineRun.of("certfy");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("keycheck: ")
        .contains("certfy");
    assertThat(run.errorLines().get(1)).isEqualTo("See 'keycheck --help'.");
  }

  @Test
  void listShowsEveryCaseWithItsPromise() {
    CommandLineRun run = CommandLineRun.of("list", "cases");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSameSizeAs(CaseCatalogue.classes(Suite.VAULT).keySet());
    for (String id : CaseCatalogue.classes(Suite.VAULT).keySet()) {
      assertThat(run.out()).contains(id);
    }
    assertThat(run.out()).containsPattern("mount-is-read-only +vault +core +Mount is read only\\R");
  }

  @Test
  void listOfAnUnknownSuiteIsOneSentence() {
    CommandLineRun run = CommandLineRun.of("list", "cases", "--suite", "azure");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .containsExactly(
            "keycheck: There is no suite 'azure': choose vault, aws, all, override, rotation,"
                + " dynamic, failure.");
    assertThat(run.out()).isEmpty();
  }
}
