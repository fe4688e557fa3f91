package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Suite;
import io.keycheck.lab.cluster.Images;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.secrecy.MadePassword;
import io.keycheck.reports.secrecy.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suites on a live cluster: they pass, they write no value anywhere, and they fail on each
 * fault that they are shown.
 *
 * <p>Values are searched for in files, on the terminal, in events, in logs of pods, stores and
 * node, and in the API server's audit log; one that is leaked on purpose in each of these places is
 * found there. The audit log holds requests and answers in full, save for Secrets, tokens and
 * MendixApps, whose business it is to hold values, and save for what the node's own programs do.
 * Tokens and the passwords that Vault makes are searched for by their look. One word is excepted:
 * Vault in development mode prints its own root token, which no suite planted.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SuiteLive.Progress.class)
final class SuiteLive {
  /**
   * Long enough for two pods on a busy machine; the faults that never end are waited for so long.
   */
  private static final String SETTLE = "25s";

  /** Where every case must pass nothing is waited for in vain. */
  private static final String SETTLE_OF_ALL = "60s";

  /** Shorter than a slow provider takes, which is 20 s. */
  private static final String SETTLE_BEFORE_A_SLOW_PROVIDER = "12s";

  private static final String LEAK = SecretText.random(40).reveal();

  private static final String EVENT =
      """
      {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "leak", "namespace": "default"},
       "involvedObject": {"kind": "Pod", "name": "leak", "namespace": "default"},
       "reason": "Leak", "message": "LEAK", "type": "Normal"}
      """;

  @TempDir Path temporary;
  private SearchedRuns runs;

  @BeforeAll
  void listen(@TempDir Path written, @TempDir Path heard) throws Exception {
    runs = new SearchedRuns(written, heard);
  }

  @AfterAll
  void listenNoMore() {
    runs.close();
  }

  private Keycheck.Ended all() throws Exception {
    return runs.certify("all", "--suite", "all");
  }

  /** The suite of all stores has every case. */
  @Test
  @Order(1)
  void theSuiteEndsWithItsReportAndLeavesNothingBehind() throws Exception {
    Keycheck.Ended ended = all();
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    Path folder = runs.report("all");
    RunReport report = report(folder);
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.accountsForCatalogue()).as("every case of the catalogue is there").isTrue();
    assertThat(report.title()).startsWith(report.verdict().words() + " with stand-ins: ");
    assertThat(report.fingerprint().components())
        .as("the providers that the report names")
        .filteredOn(part -> part.role().equals("provider"))
        .hasSize(Suite.ALL.stores().size());
    assertThat(report.fingerprint().components())
        .as("the parts that the report names")
        .extracting("role")
        .contains(
            "kubernetes", "node", "csi-driver", "provider", "store", "app", "operator", "runtime");
    assertThat(report.fingerprint().components())
        .as("the version of the driver, asked of the driver itself")
        .anySatisfy(
            part -> {
              assertThat(part.role()).isEqualTo("csi-driver");
              assertThat(part.version()).isEqualTo("v1.6.0");
            });
    assertThat(folder).isDirectoryContaining("glob:**/junit.xml");
    assertThat(folder.resolve("allure-results")).isNotEmptyDirectory();
    assertThat(KeptCluster.leftByRuns()).as("what runs left behind").isEmpty();
  }

  /** What passes and what fails: of what failed, the report quotes events, logs and objects. */
  @Test
  @Order(2)
  void noValueIsWrittenAnywhere() throws Exception {
    all();
    Keycheck.Ended failed =
        runs.certify(
            "failed",
            "--suite=all",
            "--fault=own",
            "--settle=10s",
            "--case=mounted-files-hold-exactly-the-stored-bytes",
            "--case=another-account-is-refused",
            "--case=store-overrides-the-admin-password",
            "--case=rotated-value-reaches-the-file");
    assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(1);
    // Of its values the kit is told nothing: they are found by their look, on a cluster of its own.
    Keycheck.Ended dynamic =
        runs.certify(
            "dynamic",
            "--suite=dynamic",
            "--case=each-refresh-takes-another-pair",
            "--case=dynamic-keys-are-mounted-like-stored-ones");
    assertThat(dynamic.exitCode()).as(dynamic.toString()).isZero();
    Map<String, String> heard = runs.heard();
    assertThat(heard.get("events")).as("events that were heard").contains("FailedMount");
    assertThat(heard.get("pods' logs")).as("logs of pods that are gone").isNotBlank();
    assertThat(Witness.leaks(heard)).as("where a value was written").isEmpty();
  }

  @Test
  @Order(3)
  void aLeakInEachPlaceIsFound() throws Exception {
    Path written = runs.written();
    Files.writeString(written.resolve("leak.txt"), base64("a file: " + LEAK));
    Files.writeString(
        written.resolve("made.txt"),
        base64("password=" + MadePassword.LETTERS.repeat(MadePassword.LENGTH / 10)));
    Files.writeString(written.resolve("token.txt"), "X-Vault-Token: hvs.CAES" + "i0".repeat(40));
    Files.writeString(written.resolve("leak.json"), "{\"url\": \"https://" + LEAK + "\"}");
    runs.printedToo("all", "said: " + LEAK);
    runs.kubectl("create", "configmap", "leak", "--from-literal=leak=" + LEAK);
    runs.kubectl("delete", "configmap", "leak");
    runs.kubectl(
        "run",
        "leak",
        "--image=" + Images.load(Images.cacheFolder()).reference("app"),
        "--image-pull-policy=IfNotPresent",
        "--restart=Never",
        "--command",
        "--",
        "sh",
        "-c",
        "echo bGVhaw " + base64("{\"a\":\"" + LEAK) + "; sleep 2");
    runs.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/leak", "--timeout=60s");
    runs.kubectl("delete", "pod", "leak", "--now");
    runs.inNode("echo '" + EVENT.replace("LEAK", LEAK) + "' | kubectl create -f -");
    KeptCluster.allContainers().forEach(SuiteLive::say);
    List<String> leaks = Witness.leaks(runs.heard());
    // What faults do to values is nobody's leak: what comes next is not listened to.
    runs.close();
    for (String place :
        List.of(
            "leak.txt",
            "leak.json",
            "made.txt",
            "token.txt",
            "printed by all",
            "audit.log",
            "events",
            "pods' logs",
            "container vault",
            "container localstack")) {
      assertThat(leaks).as("a leak on purpose").anyMatch(leak -> leak.contains(place));
    }
  }

  /** As the container's first program would; the gate's image has no shell to do it. */
  private static void say(String image, String container) {
    if (!image.startsWith("node ") && !image.startsWith("gate ")) {
      Keycheck.machine(
          "docker", "exec", container, "sh", "-c", "echo 'leak " + LEAK + "' > /proc/1/fd/1");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "run {0} of faults")
  @Order(4)
  @MethodSource("runsOfFaults")
  void casesFailOnTheirFaultsAndOnNoOthers(String number, List<Trials.Trial> trials)
      throws Exception {
    Path folder = temporary.resolve("report");
    Keycheck.Ended ended = broken(trials, folder);
    RunReport report = report(folder);
    Map<String, CaseResult> results =
        report.results().stream()
            .collect(Collectors.toMap(result -> result.info().key(), result -> result));
    assertThat(trials)
        .as("cases that did not end as they must under their faults")
        .filteredOn(trial -> results.get(trial.key()).outcome() != trial.wanted())
        .extracting(trial -> trial + ": " + seen(results.get(trial.key())))
        .isEmpty();
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(failing(trials) ? 1 : 0);
    assertThat(report.title()).doesNotContain("conformant");
    assertNoValue(ended, folder);
  }

  private static boolean failing(List<Trials.Trial> trials) {
    return trials.stream().anyMatch(trial -> trial.wanted() == Outcome.FAILED);
  }

  private static String seen(CaseResult result) {
    return result.outcome().word()
        + result.reason().map(reason -> ", " + reason.sentence()).orElse("");
  }

  static Stream<Arguments> runsOfFaults() {
    List<List<Trials.Trial>> runs = Trials.asked().runs();
    return IntStream.range(0, runs.size())
        .mapToObj(i -> Arguments.of((i + 1) + " of " + runs.size(), runs.get(i)));
  }

  /** The tests take long, and Maven says nothing before their end. */
  static final class Progress implements BeforeEachCallback, TestWatcher {
    @Override
    public void beforeEach(ExtensionContext test) {
      System.out.println("live: " + test.getDisplayName());
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
      System.out.println("live: failed: " + test.getDisplayName() + ": " + cause.getMessage());
    }
  }

  private static Keycheck.Ended broken(List<Trials.Trial> trials, Path folder)
      throws IOException, InterruptedException {
    boolean slow = trials.stream().anyMatch(trial -> trial.fault().equals(Trials.SLOW));
    return new Keycheck()
        .run(
            "certify",
            "--suite",
            "all",
            "--keep",
            "--settle",
            failing(trials) ? (slow ? SETTLE_BEFORE_A_SLOW_PROVIDER : SETTLE) : SETTLE_OF_ALL,
            "--report",
            folder.toString(),
            "--fault",
            trials.stream()
                .map(trial -> trial.key() + "=" + trial.fault())
                .collect(Collectors.joining(";")));
  }

  private static RunReport report(Path folder) throws Exception {
    return RunReportJson.read(Files.readAllBytes(folder.resolve("run-report.json")));
  }

  /** Every random value of the kit starts with one word: nothing that was written may hold it. */
  private static void assertNoValue(Keycheck.Ended ended, Path folder) throws IOException {
    assertThat(ended.out()).as("what was printed").doesNotContain(SecretText.CANARY);
    assertThat(ended.err()).as("what was printed as progress").doesNotContain(SecretText.CANARY);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).filter(SuiteLive::holdsValue))
          .as("files of the report that hold a value")
          .isEmpty();
    }
  }

  private static boolean holdsValue(Path file) {
    try {
      return Files.readString(file).contains(SecretText.CANARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
