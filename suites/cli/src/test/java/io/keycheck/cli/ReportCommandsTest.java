package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.lab.KitVersion;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Component;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.folder.Enclosures;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done with reports that are there: verify, report, diff, and a run of what failed. */
class ReportCommandsTest {
  private static final String FAILED = "mount-is-read-only";
  private static final Instant STARTED = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path temp;

  private Path passed() throws IOException {
    return folder("good", "");
  }

  private Path failed() throws IOException {
    return folder("bad", FAILED);
  }

  private Path folder(String name, String failed) throws IOException {
    return folder(Suite.VAULT, name, failed);
  }

  private Path of(Suite suite) throws IOException {
    return folder(suite, suite.id(), "");
  }

  private Path folder(Suite suite, String name, String failed) throws IOException {
    Catalogue catalogue = CaseCatalogue.of(suite);
    RunReport report =
        new RunReport(
            RunReport.SCHEMA_VERSION,
            name,
            suite.id(),
            false,
            Optional.empty(),
            STARTED,
            STARTED.plusSeconds(60),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            new Kit(KitVersion.current(), KitVersion.commit(), catalogue.digest()),
            Map.of(),
            new Fingerprint(
                "embedded",
                List.of(new Component("kubernetes", "k", "1", "", "", Origin.BUILT, "")),
                Map.of()),
            catalogue.cases().stream().map(info -> result(info, failed)).toList());
    return ReportFolder.write(
            temp.resolve(name),
            report,
            new Enclosures("{}", Map.of()),
            new Redactor(),
            Optional.empty())
        .folder();
  }

  private static CaseResult result(CaseInfo info, String failed) {
    boolean holds = !info.id().equals(failed);
    return new CaseResult(
        info,
        holds ? Outcome.PASSED : Outcome.FAILED,
        holds
            ? Optional.empty()
            : Optional.of(new Reason("promise-broken", "it was 100% writable")),
        STARTED,
        Duration.ofSeconds(1),
        Observations.NONE);
  }

  private static void assertOneSentence(CommandLineRun run, String sentence) {
    assertThat(run.errorLines()).singleElement().asString().startsWith("keycheck: ");
    assertThat(run.err()).contains(sentence);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void verifySaysInALineEachWhatHolds() throws IOException {
    CommandLineRun run = CommandLineRun.of("verify", passed().toString());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out().lines().map(line -> line.split(" +")[1]))
        .startsWith("files", "signature", "schema", "arithmetic", "catalogue", "pages");
    assertThat(run.out()).contains("A run, and no certificate: conformant; report sha256:");
    Files.writeString(passed2().resolve("junit.xml"), "<testsuites/>");
    CommandLineRun broken = CommandLineRun.of("verify", temp.resolve("good2").toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out())
        .contains("broken     files       junit.xml is not as it was")
        .endsWith("trust nothing in it." + System.lineSeparator());
  }

  @Test
  void whatCouldNotBeCheckedIsSaidAndCountsAsBrokenWhereOneAsksForThat() throws IOException {
    String report = passed().toString();
    CommandLineRun run = CommandLineRun.of("verify", report);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("it is not signed: anyone can make all of it anew, MANIFEST included")
        .containsPattern("report sha256:[0-9a-f]{64}; not checked: signature");
    assertThat(CommandLineRun.of("verify", report, "--strict").exitCode()).isEqualTo(1);
  }

  @Test
  void aPathIsNamedOnce() throws IOException {
    String missing = temp.resolve("missing").toString();
    assertThat(CommandLineRun.of("report", missing).err()).containsOnlyOnce(missing);
  }

  @Test
  void ofTwoSuitesOneLineSaysThatTheyDiffer() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("diff", passed().toString(), of(Suite.OVERRIDE).toString());
    assertThat(run.out().lines().findFirst().orElseThrow())
        .startsWith("The suites differ, vault and then override: only the ");
    assertThat(run.out()).doesNotContain("gone", "not there");
    assertThat(run.exitCode()).isZero();
  }

  private Path passed2() throws IOException {
    return folder("good2", "");
  }

  @Test
  void whatIsNoReportIsOneSentenceForEachCommand() throws IOException {
    Path text = Files.writeString(temp.resolve("text"), "hello");
    for (String command : List.of("verify", "report")) {
      assertOneSentence(CommandLineRun.of(command, text.toString()), "This is no run report");
      assertOneSentence(CommandLineRun.of(command, temp + "/no"), "There is no " + temp + "/no");
    }
    assertOneSentence(
        CommandLineRun.of("diff", text.toString(), text.toString()), "This is no run report");
    assertOneSentence(
        CommandLineRun.of("verify", passed().toString(), "--key", text.toString()), "no PEM file");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--rerun-failed", text.toString()),
        "The report of an earlier run cannot be used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | not conformant",
        "html | <h1>",
        "markdown | | mount-is-read-only",
        "annotations | ::error title=mount-is-read-only/vault failed::promise-broken: it was 100%25",
        "badge | <svg xmlns",
        "junit | <testsuites"
      })
  void aReportIsShownInEachForm(String form, String part) throws IOException {
    CommandLineRun run = CommandLineRun.of("report", failed().toString(), "--form", form);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(part == null ? "mount-is-read-only" : part);
    Path file = temp.resolve("out");
    assertThat(
            CommandLineRun.of(
                    "report",
                    temp.resolve("bad.tar.gz").toString(),
                    "--form",
                    form,
                    "--out",
                    file.toString())
                .exitCode())
        .isZero();
    assertThat(file).content().isEqualTo(run.out());
  }

  @Test
  void anUnknownFormAndAnAbsentAllureAreOneSentence() throws IOException {
    String report = failed().toString();
    assertOneSentence(
        CommandLineRun.of("report", report, "--form", "pdf"),
        "There is no form 'pdf': choose text");
    assertOneSentence(CommandLineRun.of("report", report, "--allure"), "with --out");
    assertOneSentence(
        CommandLineRun.of("report", report, "--allure", "--out", temp.toString()),
        "is there already");
    assertOneSentence(
        CommandLineRun.of("diff", report, report, "--output", "xml"), "choose text or json");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--output", "xml"),
        "choose text, json or github");
  }

  @Test
  void diffOfSuitesWithoutACaseInCommonIsRefused() throws IOException {
    assertOneSentence(
        CommandLineRun.of("diff", passed().toString(), of(Suite.DYNAMIC).toString()),
        "The suites vault and dynamic have no case in common: compare two reports of one suite.");
  }

  @Test
  void diffSaysWhatGotWorseAndBetter() throws IOException {
    String good = passed().toString();
    String bad = failed().toString();
    CommandLineRun worse = CommandLineRun.of("diff", good, bad);
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out())
        .contains(
            "worse   mount-is-read-only/vault: passed -> failed (promise-broken)",
            "worse   verdict: conformant -> not conformant",
            "2 worse, 0 better, 0 slower, 0 faster, 0 other");
    CommandLineRun better = CommandLineRun.of("diff", bad, good, "--output", "json");
    assertThat(better.exitCode()).isZero();
    assertThat(better.out()).contains("\"worse\" : false", "\"direction\" : \"better\"");
    assertThat(CommandLineRun.of("diff", good, good).out().strip()).isEqualTo("Nothing differs.");
  }

  @Test
  void aRerunTakesSuiteAndCasesFromTheReport() throws IOException {
    String bad = failed().toString();
    assertThat(CommandLineRun.of("certify", "--check-only", "--rerun-failed", bad).exitCode())
        .isZero();
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--rerun-failed", passed().toString()),
        "has nothing to run again");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--rerun-failed", bad, "--suite", "aws"),
        "The report is of suite vault");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--rerun-failed", bad, "--case", FAILED),
        "leave out --case");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--rerun-failed", bad, "--fault", "own"),
        "leave out --fault");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "organisation: A | is missing",
        "[1, 2] | is no YAML map",
        "organisation: [ | is no YAML",
        "organization: A | unknown 'organization'",
        "{organisation: A, product: B, version: 1, url: ftp://x, contact: c} | https://"
      })
  void aSubjectThatSaysTooLittleIsOneSentence(String yaml, String sentence) throws IOException {
    Path file = Files.writeString(temp.resolve("subject.yaml"), yaml);
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--subject", file.toString()), sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1",
        "- case: mount-is-read-only",
        "- {case: no-such, reason: r, link: 'https://x.example', expires: 2026-12-31}",
        "- {case: mount-is-read-only, reason: r, link: nowhere, expires: 2026-12-31}",
        "- {case: mount-is-read-only, reason: r, link: 'https://x.example', expires: soon}",
        "- {case: mount-is-read-only, reason: r, link: 'https://x.example'}"
      })
  void waiversThatSayTooLittleAreOneSentence(String yaml) throws IOException {
    Path file = Files.writeString(temp.resolve("waivers.yaml"), yaml);
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--waivers", file.toString()), "aiver");
  }

  @Test
  void aKeyThatCannotSignIsToldBeforeAnythingStarts() throws IOException {
    Path file = Files.writeString(temp.resolve("key.pem"), "no key");
    assertOneSentence(
        CommandLineRun.of("certify", "--check-only", "--sign", file.toString()), "no PEM file");
  }
}
