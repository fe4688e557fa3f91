package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.secrecy.SecretText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dynamic secrets on a cluster with a real database beside it: the suite passes, and its cases fail
 * on what they say they notice.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DynamicLive {
  @TempDir Path temporary;

  @Test
  @Order(1)
  void theSuitePassesWithARealDatabaseAndLeavesNothingBehind() throws Exception {
    RunReport report = run(0);
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.accountsForCatalogue()).as("every case of the suite is there").isTrue();
    assertThat(report.fingerprint().components())
        .as("the database, its version as it says itself")
        .anySatisfy(
            part -> {
              assertThat(part.role()).isEqualTo("database");
              assertThat(part.version()).startsWith("15.");
            });
    assertThat(KeptCluster.leftByRuns()).as("what runs left behind").isEmpty();
  }

  @Test
  @Order(2)
  void everyCaseFailsOnItsOwnFault() throws Exception {
    assertThat(run(1, "--fault", "own", "--settle", "25s").results())
        .as("cases that did not fail on their own fault")
        .filteredOn(result -> result.outcome() != Outcome.FAILED)
        .isEmpty();
  }

  /**
   * What matters to pairs that follow one another; the rest is shown to the other suites. Who else
   * notices a provider that refreshes piecemeal depends on when an app reads its mount.
   */
  @ParameterizedTest
  @Order(3)
  @ValueSource(strings = {"stale,extra-file", "runtime-applies-all,no-versions"})
  void aMisbehaviourIsNoticedByExactlyTheCasesThatSaySo(String misbehaviours) throws Exception {
    RunReport report = run(1, "--fault", misbehaviours, "--settle", "25s");
    Set<String> failed = new TreeSet<>();
    report.results(Outcome.FAILED).forEach(result -> failed.add(result.info().id()));
    assertThat(failed)
        .as("the cases that failed under " + misbehaviours + ", against those that say so")
        .isEqualTo(noticing(misbehaviours));
    assertThat(report.results(Outcome.INCONCLUSIVE)).as("inconclusive cases").isEmpty();
  }

  private static Set<String> noticing(String misbehaviours) {
    Set<String> ids = new TreeSet<>(CaseCatalogue.classes(Suite.DYNAMIC).keySet());
    ids.removeIf(
        id ->
            Arrays.stream(misbehaviours.split(",", -1))
                .noneMatch(
                    CaseCatalogue.notices(CaseCatalogue.classes(Suite.DYNAMIC).get(id))::contains));
    return ids;
  }

  /** Run the suite on a kept cluster; it must end with the exit code and tell no value. */
  private RunReport run(int exitCode, String... options) throws Exception {
    Path folder = temporary.resolve("report");
    String[] command = {"certify", "--suite", "dynamic", "--keep", "--report", folder.toString()};
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    Keycheck.Ended ended = new Keycheck().run(all);
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(exitCode);
    String json = Files.readString(folder.resolve("run-report.json"));
    assertThat(ended.out() + ended.err() + json)
        .as("what was printed and written")
        .doesNotContain(SecretText.CANARY);
    return RunReportJson.read(Files.readAllBytes(folder.resolve("run-report.json")));
  }
}
