package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The result stands alone on standard output, and the exit code tells a script what it is. */
class DiagnoseCommandTest {
  private static final Path RECORDINGS =
      Path.of("../diagnose/src/test/resources/io/keycheck/diagnose/recordings");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "healthy-vault, 0",
    "rotated-not-restarted, 0",
    "class-not-annotated, 1",
    "role-missing, 1"
  })
  void onlyAnErrorIsOne(String recording, int exitCode) {
    CommandLineRun run = diagnose("--from", recording(recording));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"text, mx-", "json, {", "junit, <?xml", "html, <!DOCTYPE html>"})
  void everyFormIsWrittenToStandardOutputAlone(String form, String start) {
    CommandLineRun run = diagnose("--from", recording("class-not-annotated"), "--output", form);
    assertThat(run.out()).contains("class-not-annotated").contains(start);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void levelHidesFindingsAndKeepsVerdictAndExitCode() {
    CommandLineRun run =
        diagnose("--from", recording("rotated-not-restarted"), "--level", "error", "-o", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"verdict\": \"warning\"")
        .doesNotContain("\"check\": \"restart-pending\"");
  }

  @Test
  void severalFilesAreOneSnapshotAndANamespaceIsChosenAmongThem() {
    CommandLineRun run =
        diagnose(
            "--from",
            recording("class-not-annotated"),
            recording("healthy-vault"),
            "-n",
            "mx-healthy-vault",
            "-o",
            "json");
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("mx-healthy-vault").doesNotContain("mx-class-not-annotated\"");
  }

  @Test
  void aResultIsWrittenToAFileWholly() throws IOException {
    Path file = folder.resolve("report.html");
    CommandLineRun run =
        diagnose("--from", recording("role-missing"), "-o", "html", "--out", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).endsWith("</html>\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFileThatCannotBeWrittenIsOneSentence() {
    CommandLineRun run =
        diagnose(
            "--from", recording("role-missing"), "--out", folder.resolve("no/such/r").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).hasSize(1);
  }

  @Test
  void inputThatCannotBeReadIsOneSentence() throws IOException {
    Path cut = Files.writeString(folder.resolve("cut.json"), "{\"kind\":\"List\",\"items\":[{");
    for (String source : List.of(folder.resolve("absent").toString(), cut.toString())) {
      CommandLineRun run = diagnose("--from", source);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errorLines()).hasSize(1);
      assertThat(run.err()).startsWith("keycheck: ").doesNotContain("\tat ");
      assertThat(run.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--from f --watch | --from reads files",
        "--from f --context c | --from reads files",
        "--from f --read-logs | --from reads files",
        "--from f --html | Unknown option: '--html'",
        "-n a --all-namespaces | leave out one of them",
        "--output yaml | --output is text, json, junit or html",
        "--level fatal | --level is error, warning or info",
        "--watch --output json | --watch shows text",
        "--watch --interval 0s | --interval is a number of seconds",
        "--operator-version new | --operator-version is a version such as 2.9.0, not 'new'",
        "--explain vault-role-unknwon | did you mean",
        "--explain nonsense | 'keycheck list checks' names all",
        "--nonsense | Unknown option"
      })
  void badUsageIsTwoLinesAndExitsWithTwo(String options, String says) {
    CommandLineRun run = diagnose(options.split(" ", -1));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(says).contains("See 'keycheck diagnose --help'.");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n", "--environment"})
  void whatIsNotThereCannotBeJudged(String option) {
    CommandLineRun run = diagnose("--from", recording("healthy-vault"), option, "elsewhere");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'elsewhere'");
  }

  @Test
  void aClusterThatIsNotThereIsOneSentence() throws IOException {
    Path kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            current-context: c
            contexts: [{name: c, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
            users: []
            """);
    CommandLineRun run = diagnose("--kubeconfig", kubeconfig.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .containsExactly(
            "keycheck: The API server http://127.0.0.1:1 refuses connections: check the context"
                + " and the network.");
  }

  @Test
  void everyCheckExplainsItself() {
    CommandLineRun list = CommandLineRun.of("list", "checks");
    assertThat(list.out().lines()).hasSizeGreaterThan(60);
    CommandLineRun run = diagnose("--explain", "class-not-annotated");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("class-not-annotated (error)")
        .contains("What it means", "How it shows", "How to mend it", "Source");
  }

  private static String recording(String name) {
    return RECORDINGS.resolve(name + ".json").toString();
  }

  private static CommandLineRun diagnose(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "diagnose";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return CommandLineRun.of(arguments);
  }
}
