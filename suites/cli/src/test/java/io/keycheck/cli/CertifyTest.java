package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad usage of certify: exit code 2 and one sentence, and nothing was started. */
class CertifyTest {
  @TempDir private Path folder;

  private CommandLineRun certify(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "certify";
    all[1] = "--report";
    all[2] = folder.resolve("report").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandLineRun.of(all);
  }

  private static void assertOneSentence(CommandLineRun run, String sentence) {
    assertThat(run.errorLines()).containsExactly("keycheck: " + sentence);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--suite azure | There is no suite 'azure': choose vault, aws, all, override, rotation, dynamic, failure.",
        "--case mount-is-red-only | The suite vault has no case 'mount-is-red-only': run 'keycheck"
            + " list cases' to see those it has.",
        "--case mount-is-read-only --case no-such | The suite vault has no case 'no-such': run"
            + " 'keycheck list cases' to see those it has.",
        "--cluster kind | There is no cluster 'kind': choose auto, embedded, k3s or adopted with"
            + " --cluster.",
        "--cluster adopted | An adopted cluster needs its context: add --context CTX"
            + " --i-may-write-to CTX.",
        "--cluster adopted --context dev | Keycheck writes to an adopted cluster only when told so:"
            + " to use context 'dev', add --i-may-write-to dev.",
        "--cluster adopted --context dev --i-may-write-to prod | Keycheck writes to an adopted"
            + " cluster only when told so: to use context 'dev', add --i-may-write-to dev.",
        "--context dev | --context and --i-may-write-to go with --cluster adopted, not with"
            + " --cluster auto.",
        "--namespace-prefix team | --namespace-prefix goes with --cluster adopted, not with --cluster"
            + " auto.",
        "--namespace-prefix Team --cluster adopted --context dev --plan | The setting"
            + " namespace-prefix is a DNS label of at most 20 lower-case letters, digits and"
            + " hyphens, such as team-a, not 'Team'.",
        "--plan | --plan is for adopted clusters: a cluster of the kit's own goes with all that is"
            + " in it, so add --cluster adopted --context CTX.",
        "--driver-version 1.4.0 | There is no recipe for version '1.4.0' of the driver: choose 1.5.4"
            + " or 1.6.0.",
        "--driver-version 1.5.4 --cluster adopted --context dev --i-may-write-to dev | An adopted"
            + " cluster's driver is taken as it is, whatever its version: leave out"
            + " --driver-version.",
        "--registry http://mirror:5000 | The setting registry is a host with a domain or a port, and"
            + " a path where there is one, such as mirror.example:5000 or mirror.example/hub, not"
            + " 'http://mirror:5000'.",
        "--registry mirror:5000 --cluster embedded | --registry is where k3s and the other official"
            + " images are pulled from: it goes with --cluster k3s, not with --cluster embedded.",
        "--registry mirror:5000 --cluster adopted --context dev --i-may-write-to dev | --registry is"
            + " where k3s and the other official images are pulled from: it goes with --cluster k3s,"
            + " not with --cluster adopted.",
        "--charts /no/such | The setting charts is a folder with Helm charts, which /no/such is not.",
        "--matrix 1.5.4,1.6.0 --cluster adopted --context dev --i-may-write-to dev | An adopted"
            + " cluster's driver is taken as it is, whatever its version: leave out --matrix.",
        "--matrix 1.5.4,1.4.0 | There is no recipe for version '1.4.0' of the driver: choose 1.5.4"
            + " or 1.6.0.",
        "--matrix 1.5.4 | --matrix lays two versions or more side by side: for one say"
            + " --driver-version 1.5.4.",
        "--matrix 1.5.4,v1.5.4 | --matrix names the driver v1.5.4 twice: once is enough.",
        "--matrix 1.5.4,1.6.0 --driver-version 1.5.4 | --matrix names the versions of the driver"
            + " itself: leave out --driver-version.",
        "--matrix 1.5.4,1.6.0 --rerun-failed r | --matrix runs a suite once for each version: leave"
            + " out --rerun-failed.",
        "--matrix 1.5.4,1.6.0 --suite azure | There is no suite 'azure': choose vault, aws, all,"
            + " override, rotation, dynamic, failure.",
        "--attach env1 --matrix 1.5.4,1.6.0 | --attach judges an environment that exists, by"
            + " reading: leave out --matrix.",
        "--timeout soon | The setting timeout is a time such as 90s, 2m or 200ms, not 'soon'.",
        "--timeout 0s | The setting timeout must be more than zero, not '0s'.",
        "--settle 10 | The setting settle is a time such as 90s, 2m or 200ms, not '10'."
      })
  void aBadValueIsOneSentence(String arguments, String sentence) {
    assertOneSentence(certify(arguments.split(" ", -1)), sentence);
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bogus | Unknown option: '--bogus'",
        "--suite | Missing required parameter for option '--suite' (SUITE)",
        "--keep=perhaps | Invalid value for option '--keep': 'perhaps' is not a boolean",
        "vault | Unmatched argument at index 3: 'vault'"
      })
  void badUsageIsOneSentenceAndWhereToReadOn(String argument, String sentence) {
    CommandLineRun run = certify(argument);
    assertThat(run.errorLines())
        .containsExactly("keycheck: " + sentence, "See 'keycheck certify --help'.");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aCheckOnlySaysWhichImagesARunNeedsAndStartsNothing() {
    CommandLineRun run = certify("--check-only", "--case", "mount-is-read-only");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip())
        .isEqualTo("app ryuk vault driver registrar node mendix vault-provider");
    assertThat(run.err()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(certify("--check-only", "--suite", "aws").out().strip())
        .isEqualTo("app ryuk localstack gate driver registrar node mendix aws-provider");
    assertThat(certify("--check-only", "--suite", "dynamic").out().strip())
        .isEqualTo("app ryuk postgres vault driver registrar node mendix vault-provider");
    assertThat(certify("--check-only", "--driver-version", "1.5.4").out().strip())
        .isEqualTo("app ryuk vault driver-1.5.4 registrar node mendix vault-provider");
    assertThat(certify("--check-only", "--cluster", "k3s").out().strip())
        .as("on k3s the driver comes from its chart")
        .isEqualTo(
            "app ryuk vault driver registrar node mendix vault-provider livenessprobe driver-chart");
    assertThat(certify("--check-only", "--matrix", "1.6.0,1.5.4").out().strip())
        .isEqualTo("app ryuk vault driver registrar node mendix vault-provider driver-1.5.4");
    assertOneSentence(
        certify("--check-only", "--suite", "nope"),
        "There is no suite 'nope': choose vault, aws, all, override, rotation, dynamic, failure.");
  }

  @Test
  void aReportFolderThatTakesNoFileIsToldBeforeAnythingStarts() {
    // Even root makes no file there, though its permissions are those of root.
    assertOneSentence(
        CommandLineRun.of("certify", "--report", "/proc/report"),
        "/proc/report cannot be made, because /proc is no folder that can be written to.");
  }

  @Test
  void aReportFolderThatIsAFileIsToldBeforeAnythingStarts() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    assertOneSentence(
        CommandLineRun.of("certify", "--report", file.toString()),
        file + " is a file, not a folder.");
  }

  @Test
  void aReportFolderWithOtherFilesIsLeftAlone() throws IOException {
    Path foreign = Files.writeString(folder.resolve("letter.txt"), "mine");
    assertOneSentence(
        CommandLineRun.of("certify", "--report", folder.toString()),
        folder
            + " holds files that are no report of an earlier run; name a new or an empty folder.");
    assertThat(foreign).hasContent("mine");
  }

  @Test
  void aReportFolderBelowAFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    CommandLineRun run = CommandLineRun.of("certify", "--report", file.resolve("r").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("cannot be made");
  }

  @Test
  void aSettingsFileThatIsNotThereIsTold() {
    Path absent = folder.resolve("absent.yaml");
    assertOneSentence(
        certify("--config", absent.toString()),
        "The settings file " + absent + " cannot be read: name one that can with --config.");
  }

  @Test
  void aBrokenSettingsFileIsToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), "suite: vault\nkeep: [\n");
    CommandLineRun run = certify("--config", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("keycheck: The settings file " + file + " is no YAML map (line ");
  }

  @Test
  void aBadValueOfTheFileSaysThatItIsFromThere() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), "timeout: 90\n");
    assertOneSentence(
        certify("--config", file.toString()),
        "The setting timeout is a time such as 90s, 2m or 200ms, not '90'. It is set by the file "
            + file
            + ".");
  }

  @Test
  void anAdoptedClusterThatNobodyKnowsEndsTheRunBeforeItBegins() {
    CommandLineRun run =
        certify(
            "--cluster", "adopted", "--context", "no/such:ctx", "--i-may-write-to", "no/such:ctx");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .last()
        .asString()
        .startsWith("keycheck: The kubeconfig ")
        .endsWith(".");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theSettingsAreShownAtTheStart() {
    CommandLineRun run =
        certify(
            "--case",
            "mount-is-read-only",
            "--cluster",
            "adopted",
            "--context",
            "no/such:ctx",
            "--i-may-write-to",
            "no/such:ctx",
            "--keep");
    assertThat(run.errorLines())
        .first()
        .asString()
        .contains("suite vault, 1 case, run ")
        .contains(
            "cases=mount-is-read-only",
            "cluster=adopted",
            "keep=true",
            "report=" + folder.resolve("report"),
            "timeout=PT30M");
  }
}
