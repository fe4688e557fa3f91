package io.keycheck.cli;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.collect.ClusterUnreadable;
import io.keycheck.diagnose.collect.Live;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.DiagnosisVerdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Diagnoses a live cluster, once or again and again. */
final class LiveDiagnosis {
  /** Clears a terminal and starts at its top. */
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

  private static final int NOTHING_READ = 3;

  private final ClusterOptions cluster;
  private final Selection selection;
  private final boolean all;
  private final boolean logs;

  LiveDiagnosis(ClusterOptions cluster, Selection selection, boolean all, boolean logs) {
    this.cluster = cluster;
    this.selection = selection;
    this.all = all;
    this.logs = logs;
  }

  /** Reads, writes the result, and returns the exit code. */
  int run(Result result, PrintWriter err) {
    try (Live live = cluster.open(logs)) {
      return write(live, read(live), result, err);
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  /** Reads and writes the result again and again, until the process is ended. */
  int watch(Result result, Duration interval, PrintWriter out, PrintWriter err) {
    try (Live live = cluster.open(logs)) {
      Snapshot snapshot = read(live);
      while (true) {
        if (System.console() != null) {
          out.print(CLEAR);
        }
        write(live, snapshot, result, err);
        err.printf(
            "%nRead at %tT; again every %d s until Ctrl-C.%n",
            LocalTime.now(ZoneId.systemDefault()), interval.toSeconds());
        snapshot = readAfter(interval, live, err);
      }
    } catch (ClusterUnreadable e) {
      throw new Unusable(e.getMessage(), e);
    }
  }

  /** A cluster that does not answer for a while is no reason to stop watching it. */
  private Snapshot readAfter(Duration interval, Live live, PrintWriter err) {
    while (true) {
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(interval.toSeconds(), TimeUnit.SECONDS))
          .join();
      try {
        return read(live);
      } catch (ClusterUnreadable e) {
        err.println("keycheck: " + e.getMessage());
      }
    }
  }

  private Snapshot read(Live live) {
    return all ? live.readAll() : live.read(namespace(live));
  }

  private String namespace(Live live) {
    return selection.namespace().orElseGet(live::namespace);
  }

  private int write(Live live, Snapshot snapshot, Result result, PrintWriter err) {
    String namespace = namespace(live);
    Selection judged = all ? selection : selection.in(namespace);
    String source =
        "context %s, %s"
            .formatted(live.context(), all ? "all namespaces" : "namespace " + namespace);
    Set<DiagnosisVerdict> verdicts = result.write(Diagnose.of(snapshot, judged), source);
    return verdicts.isEmpty()
        ? none(snapshot, all ? "" : namespace, err)
        : Result.exitCode(verdicts);
  }

  private int none(Snapshot snapshot, String namespace, PrintWriter err) {
    String nothing = nothingRead(snapshot, namespace);
    if (!nothing.isEmpty()) {
      err.println("keycheck: " + nothing);
      return NOTHING_READ;
    }
    if (selection.environment().isPresent()) {
      throw new Unusable(
          "There is no environment '%s' there: leave out --environment to see all."
              .formatted(selection.environment().get()));
    }
    return 0;
  }

  /**
   * Says in one sentence that nothing could be read, and what it takes; empty where something was.
   *
   * @param namespace the namespace; empty for all
   */
  static String nothingRead(Snapshot snapshot, String namespace) {
    boolean all = namespace.isEmpty();
    List<String> needs =
        Stream.of(Kind.MENDIX_APP, Kind.POD)
            .map(kind -> all ? snapshot.all(kind) : snapshot.in(namespace, kind))
            .filter(Read.Unreadable.class::isInstance)
            .map(read -> ((Read.Unreadable<?>) read).needs())
            .toList();
    return needs.size() < 2
        ? ""
        : "Nothing could be read; it takes: %s. 'keycheck rbac%s' prints the manifest."
            .formatted(
                needs.stream().collect(Collectors.joining(", ")),
                all ? " --all-namespaces" : " -n " + namespace);
  }
}
