package io.keycheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.ClusterDiagnosis;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters are read side by side, and one that fails is a line. */
class FleetDiagnosisTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final StringWriter out = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "HEALTHY HEALTHY, 0",
    "HEALTHY WARNING, 0",
    "HEALTHY UNKNOWN, 3",
    "HEALTHY unreadable, 3",
    "ERROR HEALTHY, 1",
    "ERROR unreadable, 1",
    "UNKNOWN ERROR, 1"
  })
  void theExitCodeIsThatOfTheWorstCluster(String clusters, int exitCode) {
    List<String> contexts = List.of(clusters.split(" ", -1));
    assertThat(run(contexts, FleetDiagnosisTest::cluster)).isEqualTo(exitCode);
    assertThat(out.toString()).contains(contexts);
  }

  @Test
  @Timeout(60)
  void fourAtMostAreReadAtOnceAndTheResultKeepsTheOrderOfTheContexts() {
    CountDownLatch four = new CountDownLatch(FleetDiagnosis.SIDE_BY_SIDE);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<String> contexts = IntStream.range(0, 12).mapToObj(i -> "c" + i).toList();
    run(
        contexts,
        context -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          four.countDown();
          await(four);
          now.decrementAndGet();
          return ClusterDiagnosis.read(context, diagnosis(DiagnosisVerdict.HEALTHY));
        });
    assertThat(most).hasValue(FleetDiagnosis.SIDE_BY_SIDE);
    assertThat(out.toString().lines().map(line -> line.split(" ", 2)[0]))
        .containsSubsequence(contexts);
  }

  @Test
  void oneThatBreaksTheKitDoesNotStopTheOthersAndTellsNothingOfWhatItRead() {
    int exitCode =
        run(
            List.of("bad", "good"),
            context -> {
              if (context.equals("bad")) {
                throw new IllegalStateException("hunter2");
              }
              return ClusterDiagnosis.read(context, diagnosis(DiagnosisVerdict.HEALTHY));
            });
    assertThat(exitCode).isEqualTo(3);
    assertThat(out.toString())
        .contains("bad: The kit itself failed (IllegalStateException)")
        .contains("1 of 2 clusters read")
        .doesNotContain("hunter2");
  }

  @Test
  void contextsThatCannotBeReadAreLinesWhetherNamedOrAll() throws IOException {
    Path kubeconfig = kubeconfig();
    for (String choice : List.of("--contexts=a,b,broken,a", "--all-contexts")) {
      CommandLineRun run = diagnose(choice, "--kubeconfig", kubeconfig.toString());
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
      assertThat(run.err()).isEmpty();
      assertThat(run.out().replaceAll("\\s+", " "))
          .contains("a: The API server http://127.0.0.1:1 refuses connections")
          .contains("b: The API server http://127.0.0.1:1 refuses connections")
          .contains("broken: The kubeconfig")
          .contains("names no server for the context 'broken'")
          .contains("0 of 3 clusters read");
    }
  }

  @Test
  void theResultIsWrittenToAFileAsJson() throws IOException {
    Path file = folder.resolve("fleet.json");
    CommandLineRun run =
        diagnose(
            "--contexts=a",
            "--kubeconfig",
            kubeconfig().toString(),
            "-o",
            "json",
            "--out",
            file.toString());
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).contains("\"context\": \"a\"").contains("\"read\": false");
  }

  @Test
  void aContextThatDoesNotExistIsBadInputBeforeAnythingIsAsked() throws IOException {
    CommandLineRun run = diagnose("--contexts=a,nope,no", "--kubeconfig", kubeconfig().toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "keycheck: The kubeconfig has no context 'nope' and no 'no': it has a, b, broken.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--contexts a --context b | leave out --context",
        "--contexts a --watch | leave out --context and --watch",
        "--all-contexts --from f | --from reads files",
        "--all-contexts --output html | Of several clusters --output is text or json",
        "--contexts a --all-contexts | mutually exclusive",
        "--contexts a -n No_Name | No namespace can be called 'No_Name'"
      })
  void badUsageIsSaid(String options, String says) {
    CommandLineRun run = diagnose(options.split(" ", -1));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(says);
  }

  @Test
  void aClusterThatNeverAnswersIsALineAndStopsNoOther() {
    CountDownLatch never = new CountDownLatch(1);
    PrintWriter writer = new PrintWriter(out);
    int exitCode =
        new FleetDiagnosis(
                List.of("asks", "eu"),
                context -> {
                  if (context.equals("asks")) {
                    awaitQuietly(never);
                  }
                  return cluster("HEALTHY");
                },
                Duration.ofMillis(200))
            .run(Form.TEXT, new Destination(Optional.empty(), writer));
    writer.flush();
    assertThat(exitCode).as(out.toString()).isEqualTo(3);
    assertThat(out.toString()).contains("It was not read within", "asks: ", "1 of 2 clusters read");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(List<String> contexts, Function<String, ClusterDiagnosis> reading) {
    PrintWriter writer = new PrintWriter(out);
    int exitCode =
        new FleetDiagnosis(contexts, reading)
            .run(Form.TEXT, new Destination(Optional.empty(), writer));
    writer.flush();
    return exitCode;
  }

  private static ClusterDiagnosis cluster(String verdict) {
    return verdict.equals("unreadable")
        ? ClusterDiagnosis.notRead(verdict, "It does not answer.")
        : ClusterDiagnosis.read(verdict, diagnosis(DiagnosisVerdict.valueOf(verdict)));
  }

  private static Diagnosis diagnosis(DiagnosisVerdict verdict) {
    return new Diagnosis(
        "context c",
        "2.9.0",
        List.of(),
        List.of(new EnvironmentDiagnosis("n", "env1", verdict, List.of(), List.of(), List.of())));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS))
          .as("four clusters are read at once")
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path kubeconfig() throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        contexts:
          - {name: a, context: {cluster: c, user: u}}
          - {name: b, context: {cluster: c, user: u}}
          - {name: broken, context: {cluster: absent, user: u}}
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        users: []
        """);
  }

  private static CommandLineRun diagnose(String... options) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("diagnose"), Stream.of(options)).toArray(String[]::new));
  }
}
