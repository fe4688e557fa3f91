package io.keycheck.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Component;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.secrecy.Redactor;
import io.keycheck.reports.secrecy.SecretText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @Test
  void aSecondRunThatWritesToTheSameFolderIsRefusedAsLongAsTheFirstGoesOn(@TempDir Path dir)
      throws Exception {
    Path folder = dir.resolve("report");
    try (Claim first = Claim.of(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> Claim.of(dir.resolve("x/../report")))
          .isInstanceOf(UnusableReportFolder.class)
          .hasMessageContaining("Another run that goes on writes its report to " + folder);
      Claim.of(dir.resolve("other")).close();
    }
    Claim.of(folder).close();
  }

  @Test
  void aFolderThatAnotherProcessHoldsIsRefused(@TempDir Path dir) throws Exception {
    Path folder = dir.resolve("report");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ClaimingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("holds it");
      assertThatThrownBy(() -> Claim.of(folder)).hasMessageContaining("Another run that goes on");
    } finally {
      other.destroyForcibly().waitFor();
    }
    Claim.of(folder).close();
  }

  /** A process that holds a folder until it is killed. */
  static final class ClaimingProcess {
    public static void main(String[] args) throws Exception {
      try (Claim claim = Claim.of(Path.of(args[0]))) {
        System.out.println(claim == null ? "" : "holds it");
        System.in.read();
      }
    }
  }

  private final Redactor redactor = new Redactor();

  @TempDir private Path temp;

  @Test
  void holdsTheReportWhatFollowsFromItAndAManifest() throws IOException {
    Path folder = Folders.write(temp.resolve("a/b/report"), Reports.everything(), redactor);

    assertThat(folder).isAbsolute();
    assertThat(names(folder))
        .containsExactly(
            "MANIFEST",
            "allure-results",
            "badge.svg",
            "certificate.html",
            "diagnosis.json",
            "junit.xml",
            "logs",
            "run-report.json",
            "summary.md");
    assertThat(names(folder.resolve("logs"))).containsExactly("provider-x_provider.log");
    assertThat(RunReportJson.read(folder.resolve("run-report.json")))
        .isEqualTo(Reports.everything());
    assertThat(names(temp.resolve("a/b"))).containsExactly("report", "report.tar.gz");
  }

  @Test
  void fillsAnEmptyFolder() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("report"));
    Folders.write(folder, Reports.everything(), redactor);
    assertThat(names(folder)).contains("run-report.json");
  }

  @Test
  void keepsEveryEarlierReportBesideIt() throws IOException {
    Path folder = temp.resolve("report");
    Folders.write(folder, Reports.vault("f"), redactor);
    Folders.write(folder, Reports.vault("i"), redactor);
    Folders.write(folder, Reports.vault("p"), redactor);

    assertThat(names(temp))
        .containsExactly(
            "report",
            "report.20260301T120000Z",
            "report.20260301T120000Z-2",
            "report.20260301T120000Z-2.tar.gz",
            "report.20260301T120000Z.tar.gz",
            "report.tar.gz");
    assertThat(verdict(folder)).isEqualTo(Verdict.CONFORMANT);
    assertThat(verdict(temp.resolve("report.20260301T120000Z"))).isEqualTo(Verdict.NOT_CONFORMANT);
    assertThat(verdict(temp.resolve("report.20260301T120000Z-2"))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void keepsAnEarlierReportOfAnotherSchemaWithWhateverWasAddedToIt() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("report"));
    Files.writeString(
        folder.resolve("run-report.json"),
        "{\"new\": {\"a\": []}, \"runId\": \"r\", \"schemaVersion\": \"9.0\","
            + " \"started\": \"2030-01-02T03:04:05Z\"}");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    Folders.write(folder, Reports.everything(), redactor);

    assertThat(temp.resolve("report.20300102T030405Z/notes.txt")).hasContent("mine");
  }

  @Test
  void refusesAFolderWithForeignFilesAndTouchesNothing() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("home"));
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    String sentence =
        folder.toRealPath()
            + " holds files that are no report of an earlier run; name a new or an empty folder.";

    assertThatThrownBy(() -> ReportFolder.check(folder))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> Folders.write(folder, Reports.everything(), redactor))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessage(sentence);
    assertThat(names(folder)).containsExactly("thesis.txt");
    assertThat(names(temp)).containsExactly("home");
  }

  @Test
  void refusesAFolderWhoseReportIsNoneOfOurs() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("other"));
    for (String foreign : List.of("", "[]", "{\"runId\": \"x\"}", "{\"runId\": \"x", "no json")) {
      Files.writeString(folder.resolve("run-report.json"), foreign);
      assertThatThrownBy(() -> ReportFolder.check(folder))
          .as(foreign)
          .isInstanceOf(UnusableReportFolder.class);
    }
  }

  @Test
  void refusesAFileAndWhatLiesUnderOne() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThatThrownBy(() -> ReportFolder.check(file))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessage(file.toRealPath() + " is a file, not a folder.");
    assertThatThrownBy(() -> ReportFolder.check(file.resolve("report")))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessageEndingWith("/file is no folder that can be written to.");
  }

  @Test
  void followsALinkToAFolderAndRefusesOneToNothing() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    Path dangling = Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("gone"));

    Folders.write(link, Reports.everything(), redactor);

    assertThat(names(folder)).contains("run-report.json");
    assertThat(link).isSymbolicLink();
    assertThatThrownBy(() -> ReportFolder.check(dangling))
        .hasMessage(dangling + " is a link to nothing.");
  }

  @Test
  void checkingLeavesNoTrace() throws IOException {
    Path folder = temp.resolve("a/b/report");
    assertThatCode(() -> ReportFolder.check(folder)).doesNotThrowAnyException();
    assertThat(names(temp)).isEmpty();
  }

  @Test
  void aFolderThatHasToStayIsFilledWithTheReportLast() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("mounted"));
    Object identity = Files.getAttribute(folder, "unix:ino");
    Place place = new Place(folder, true);
    Path draft = place.draft();
    Files.writeString(draft.resolve("run-report.json"), "{}");
    Files.createDirectory(draft.resolve("allure-results"));

    Path archive = Files.createFile(temp.resolve("draft"));

    assertThat(place.publish(draft, archive)).contains(temp.resolve("mounted.tar.gz"));
    Files.delete(draft);

    assertThat(names(folder)).containsExactly("allure-results", "run-report.json");
    assertThat(Files.getAttribute(folder, "unix:ino")).isEqualTo(identity);
  }

  @Test
  void theWorkingFolderIsNeverRenamed() {
    assertThatThrownBy(() -> ReportFolder.check(Path.of("")))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessageContaining("holds files that are no report");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path folder = temp.resolve("n".repeat(250)); // leaves no room for a longer name beside it
    assertThatThrownBy(() -> Folders.write(folder, Reports.everything(), redactor))
        .isInstanceOf(UnusableReportFolder.class)
        .hasMessage("The report cannot be written to %s: File name too long.", folder);
    assertThat(names(temp)).isEmpty();
  }

  @Test
  void runsThatEndAtOnceKeepAllTheirReports() throws Exception {
    Path folder = temp.resolve("report");
    ExecutorService runs = Executors.newFixedThreadPool(6);
    List<Future<Path>> written = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      written.add(runs.submit(() -> Folders.write(folder, Reports.everything(), redactor)));
    }
    for (Future<Path> path : written) {
      path.get(30, TimeUnit.SECONDS);
    }
    runs.shutdown();
    assertThat(names(temp)).hasSize(12).allMatch(name -> name.startsWith("report"));
  }

  @Test
  void noValueReachesAnyFile() throws IOException {
    SecretText planted = SecretText.of("Gr&in <\"quoted\"> p:äss/wörd");
    SecretText canary = SecretText.random(48);
    redactor.remember(planted);
    String leak =
        "got "
            + planted.reveal()
            + " and "
            + canary.reveal()
            + " and "
            + Base64.getEncoder().encodeToString(planted.reveal().getBytes(StandardCharsets.UTF_8));
    RunReport report =
        Reports.of(
            List.of(
                new CaseResult(
                    Reports.core("leaky"),
                    Outcome.FAILED,
                    Optional.of(new Reason("leaked", leak)),
                    Reports.STARTED,
                    Duration.ZERO,
                    Observations.of(List.of(new Evidence("answer", "x".repeat(65_440) + leak))))),
            new Component("store", "vault", leak, leak, leak, Origin.ADOPTED, leak));

    Path folder = Folders.write(temp.resolve("report"), report, redactor);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(12)
          .allSatisfy(
              file -> {
                String text = Files.readString(file);
                assertThat(redactor.leaks(text)).as(file.toString()).isFalse();
                assertThat(text).doesNotContain(SecretText.CANARY, "wörd");
              });
    }
  }

  private static Verdict verdict(Path folder) throws IOException {
    return RunReportJson.read(folder.resolve("run-report.json")).verdict();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
