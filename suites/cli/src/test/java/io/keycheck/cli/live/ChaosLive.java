package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Parts of the cluster and the stores end while cases run: no case fails that would pass, what
 * cannot be told is inconclusive and names the part, and nothing is left in the cluster.
 */
@Tag("live")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ChaosLive {
  private static final List<String> CASES =
      List.of(
          "mounted-files-hold-exactly-the-stored-bytes",
          "another-account-is-refused",
          "running-app-keeps-the-old-value",
          "sample-as-written-fails-on-kv-version-two");

  private static final String API_SERVER =
      "kill -9 $(grep -l '^/usr/local/bin/kube-apiserver' /proc/[0-9]*/cmdline | cut -d/ -f3)";

  private static final String OF_PROVIDER =
      "for c in $(ctr -n k8s.io containers ls | awk '/%s/ {print $1}'); do"
          + " ctr -n k8s.io task kill -s SIGKILL $c 2>/dev/null || true; done";

  @TempDir private Path temporary;

  /** One of them restarts the driver itself, which is no excuse for what comes of it. */
  @Test
  @Order(1)
  void whatFailsByItselfStaysFailed() throws Exception {
    RunReport report =
        certify(
            line -> {},
            "--fault=own",
            "--settle=10s",
            "--case=mounted-files-hold-exactly-the-stored-bytes",
            "--case=driver-restart-leaves-mounted-pods-alone");
    assertThat(report.results(Outcome.FAILED)).as("what failed by its own fault").hasSize(4);
  }

  @Test
  @Order(3)
  void theDriversPodIsKilled() throws Exception {
    assertNothingIsTold(
        () ->
            inNode(
                "kubectl delete pod --namespace kube-system --selector"
                    + " app=secrets-store-csi-driver --force --grace-period=0"),
        "the CSI driver");
  }

  @Test
  @Order(4)
  void theProvidersAreKilled() throws Exception {
    assertNothingIsTold(
        () -> {
          inNode(OF_PROVIDER.formatted("vault-provider"));
          inNode(OF_PROVIDER.formatted("aws-provider"));
        },
        "vault provider",
        "aws provider");
  }

  @Test
  @Order(5)
  void theApiServerIsRestarted() throws Exception {
    assertNothingIsTold(() -> inNode(API_SERVER), "API server");
  }

  /** In development mode it holds all in memory: whoever restarts it unseals an empty one. */
  @Test
  @Order(6)
  void theStoresAreRestartedAndHaveLostAll() throws Exception {
    Map<String, String> containers = KeptCluster.containers();
    RunReport report =
        assertNothingIsTold(
            () ->
                Keycheck.machine(
                    "docker",
                    "restart",
                    "--time=0",
                    containers.get("vault"),
                    containers.get("localstack")),
            "vault",
            "aws",
            "Vault",
            "LocalStack");
    assertThat(report.results(Outcome.INCONCLUSIVE))
        .as("what ran while data was lost")
        .isNotEmpty();
  }

  /** Strike while all cases have pods that mount. */
  private RunReport assertNothingIsTold(Runnable strike, String... parts) throws Exception {
    List<String> options = new ArrayList<>();
    CASES.forEach(id -> options.add("--case=" + id));
    options.add("--settle=40s");
    CompletableFuture<Void> struck = new CompletableFuture<>();
    RunReport report =
        certify(
            line -> {
              if (line.contains("the cluster is ready")) {
                struck.completeAsync(
                    () -> {
                      awaitPods();
                      strike.run();
                      return null;
                    });
              }
            },
            options.toArray(String[]::new));
    struck.join();
    for (CaseResult result : report.results()) {
      if (!CASES.contains(result.info().id())) {
        continue;
      }
      String said = result.info().key() + ": " + result.reason();
      System.out.println("live: " + result.outcome() + " " + said);
      assertThat(result.outcome()).as(said).isIn(Outcome.PASSED, Outcome.INCONCLUSIVE);
      if (result.outcome() == Outcome.INCONCLUSIVE) {
        assertThat(result.reason().orElseThrow().code())
            .as(said)
            .isIn("surroundings-changed", "cluster-broke");
        if (result.reason().orElseThrow().code().equals("surroundings-changed")) {
          assertThat(result.reason().orElseThrow().sentence()).as(said).containsAnyOf(parts);
        }
      }
    }
    assertThat(KeptCluster.leftByRuns()).as("what runs left behind").isEmpty();
    assertThat(inNode("kubectl get clusterrolebindings -l keycheck.io/run -o name"))
        .as("bindings left behind")
        .isEmpty();
    return report;
  }

  /** A second look costs less than a fixed time would. */
  private static void awaitPods() {
    inNode(
        "for i in $(seq 300); do [ $(kubectl get pods -A -l privatecloud.mendix.com/app -o name"
            + " 2>/dev/null | wc -l) -ge 2 ] && break; sleep 0.1; done");
  }

  private static String inNode(String script) {
    return Keycheck.machine("docker", "exec", KeptCluster.node(), "sh", "-c", script);
  }

  private RunReport certify(Consumer<String> seeing, String... options) throws Exception {
    Path folder = Files.createTempDirectory(temporary, "report").resolve("r");
    Keycheck.Ended ended =
        new Keycheck()
            .seeingProgress(seeing)
            .run(
                Stream.concat(
                        Stream.of("certify", "--suite=all", "--keep", "--report=" + folder),
                        Arrays.stream(options))
                    .toArray(String[]::new));
    assertThat(folder).as(ended.toString()).isDirectory();
    System.out.println(ended.err());
    return RunReportJson.read(Files.readAllBytes(folder.resolve("run-report.json")));
  }
}
