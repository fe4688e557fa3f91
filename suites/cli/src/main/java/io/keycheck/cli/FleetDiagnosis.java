package io.keycheck.cli;

import io.keycheck.reports.Spoken;
import io.keycheck.reports.diagnosis.ClusterDiagnosis;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.FleetJson;
import io.keycheck.reports.diagnosis.FleetText;
import io.keycheck.reports.diagnosis.FleetWriter;
import io.keycheck.reports.diagnosis.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Diagnoses several clusters side by side, and writes what was found as one result. */
final class FleetDiagnosis {
  /** So many clusters are read at once; each is asked for a dozen lists at a time. */
  static final int SIDE_BY_SIDE = 4;

  /** The longest time for one cluster, so that one of many never stops the rest. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<String> contexts;
  private final Function<String, ClusterDiagnosis> reading;
  private final Duration patience;

  /**
   * Prepares a diagnosis.
   *
   * @param contexts the contexts, in the order of the result
   * @param reading how the cluster of a context is read
   */
  FleetDiagnosis(List<String> contexts, Function<String, ClusterDiagnosis> reading) {
    this(contexts, reading, PATIENCE);
  }

  FleetDiagnosis(
      List<String> contexts, Function<String, ClusterDiagnosis> reading, Duration patience) {
    this.contexts = List.copyOf(contexts);
    this.reading = reading;
    this.patience = patience;
  }

  /** Reads, writes the result, and returns the exit code. */
  int run(Form form, Destination destination) {
    ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE, FleetDiagnosis::thread);
    try {
      List<CompletableFuture<ClusterDiagnosis>> readings =
          contexts.stream()
              .map(each -> CompletableFuture.supplyAsync(() -> read(each), executor))
              .collect(Collectors.toList());
      return destination.write((stream, style) -> write(readings, form, stream, style));
    } finally {
      executor.shutdownNow();
    }
  }

  /** What goes wrong with one cluster is said of that one; the others are read all the same. */
  private ClusterDiagnosis read(String context) {
    FutureTask<ClusterDiagnosis> task = new FutureTask<>(() -> reading.apply(context));
    thread(task).start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // A bug of the kit. Its message may quote what was read, so its kind alone is shown.
      return ClusterDiagnosis.notRead(
          context,
          "The kit itself failed (%s): try 'keycheck diagnose --context %s', and report it."
              .formatted(e.getCause().getClass().getSimpleName(), context));
    } catch (TimeoutException e) {
      // Whoever logs in by a program of its own may wait for an answer that nobody gives.
      task.cancel(true);
      return ClusterDiagnosis.notRead(
          context,
          "It was not read within %s: try 'keycheck diagnose --context %s', and see whether its login asks for something."
              .formatted(Spoken.time(patience), context));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ClusterDiagnosis.notRead(context, "The reading was interrupted.");
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "keycheck-fleet");
    thread.setDaemon(true);
    return thread;
  }

  /** Writes each cluster when those before it are written, and then lets go of it. */
  private static int write(
      List<CompletableFuture<ClusterDiagnosis>> readings,
      Form form,
      OutputStream stream,
      TextStyle style)
      throws IOException {
    Set<DiagnosisVerdict> verdicts = EnumSet.noneOf(DiagnosisVerdict.class);
    try (FleetWriter writer =
        form == Form.JSON ? new FleetJson(stream) : new FleetText(stream, style)) {
      for (int i = 0; i < readings.size(); i++) {
        ClusterDiagnosis cluster = readings.set(i, null).join();
        writer.cluster(cluster);
        cluster
            .diagnosis()
            .ifPresentOrElse(
                read ->
                    read.environments().stream()
                        .map(EnvironmentDiagnosis::verdict)
                        .forEach(verdicts::add),
                () -> verdicts.add(DiagnosisVerdict.UNKNOWN));
      }
      writer.end();
    }
    return Result.exitCode(verdicts);
  }
}
