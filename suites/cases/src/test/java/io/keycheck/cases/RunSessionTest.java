package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.lab.Progress;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The cases under the JUnit launcher, on a lab that cannot start: what is said, and where. */
class RunSessionTest {
  private static final Map<String, String> NO_LAB =
      Map.of(
          "suite", "vault",
          "cluster", "adopted",
          "context", "no/such:context",
          "i-may-write-to", "no/such:context");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SummaryGeneratingListener summary = new SummaryGeneratingListener();

  private LauncherSession open() {
    return LauncherFactory.openSession(
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .addLauncherSessionListeners(new RunSession(print(out), print(err)))
            .build());
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>(NO_LAB);
    settings.put("report", folder.resolve("report").toString());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  /** Runs all classes of the suite, as Maven does. */
  private void runAsMavenDoes(Map<String, String> settings) {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    CaseCatalogue.classes()
        .forEach(type -> request.selectors(DiscoverySelectors.selectClass(type)));
    settings.forEach((name, value) -> request.configurationParameter("keycheck." + name, value));
    try (LauncherSession session = open()) {
      session.getLauncher().execute(request.build(), summary);
    }
  }

  private RunReport report() throws IOException {
    return RunReportJson.read(Files.readAllBytes(folder.resolve("report/run-report.json")));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void underMavenTheSessionMakesTheRunAndWritesItsReport() throws IOException {
    runAsMavenDoes(settings());

    assertThat(report().results())
        .hasSize(CaseCatalogue.classes(Suite.VAULT).size())
        .allSatisfy(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
              assertThat(result.reason().orElseThrow().code()).isEqualTo("set-up-failed");
              assertThat(result.reason().orElseThrow().sentence()).startsWith("The kubeconfig ");
            });
    assertThat(summary.getSummary().getTestsFailedCount())
        .as("cases that fail the build")
        .isEqualTo(report().results().size());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("inconclusive   0.0 s  mount-is-read-only/vault")
        .contains("The report is in " + folder.resolve("report"));
  }

  @Test
  void underMavenOnlyTheChosenCasesRun() throws IOException {
    runAsMavenDoes(settings("cases", "mount-is-read-only"));

    assertThat(summary.getSummary().getTestsFoundCount()).isOne();
    assertThat(report().selection()).isTrue();
    assertThat(report().results(Outcome.INCONCLUSIVE))
        .extracting(result -> result.info().id())
        .containsExactly("mount-is-read-only");
  }

  @Test
  void underMavenABadSettingFailsTheBuildWithItsOwnSentence() {
    runAsMavenDoes(settings("keep", "yes"));

    String sentence = "The setting keep is true or false, not 'yes'.";
    assertThat(said()).isEqualTo("keycheck: " + sentence + "\n");
    assertThat(summary.getSummary().getFailures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.getException()).hasMessageContaining(sentence));
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void underMavenAFolderThatCannotTakeTheReportIsToldBeforeAnythingRuns() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    runAsMavenDoes(settings("report", file.toString()));

    assertThat(said()).isEqualTo("keycheck: " + file + " is a file, not a folder.\n");
    assertThat(summary.getSummary().getTestsSucceededCount()).isZero();
    assertThat(summary.getSummary().getTotalFailureCount()).isPositive();
  }

  @Test
  void aRunThatWasPutIntoTheSessionIsUsedAndLeftToItsOwner() {
    List<CaseResult> told = new CopyOnWriteArrayList<>();
    Map<String, String> settings = settings("cases", "mount-is-read-only");
    Run run =
        new Run(
            RunSettings.read(name -> Optional.ofNullable(settings.get(name))),
            Progress.silent(),
            told::add);
    try (LauncherSession session = open()) {
      RunSession.use(session, run);
      session.getLauncher().execute(run.discoveryRequest(), summary);
    }

    assertThat(told)
        .singleElement()
        .satisfies(result -> assertThat(result.info().key()).isEqualTo("mount-is-read-only/vault"));
    assertThat(folder.resolve("report")).as("the report, which the owner writes").doesNotExist();
    assertThat(out.size()).isZero();
  }

  @Test
  void unitTestsAreLeftAlone() {
    try (LauncherSession session = open()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(CatalogPageTest.class))
                  .build(),
              summary);
    }
    assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    assertThat(out.size() + err.size()).isZero();
  }
}
