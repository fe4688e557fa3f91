package io.keycheck.cases;

import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.Lab;
import io.keycheck.lab.Progress;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.cluster.Surroundings;
import io.keycheck.lab.preflight.Preflight;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.folder.Enclosures;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.folder.SigningKey;
import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.opentest4j.TestAbortedException;

/**
 * One run of a suite: its settings, its lab, and what became of each case. It lives in the store of
 * the launcher's session, so that Maven and the command line share one way to a result.
 */
public final class Run {
  /** Where the run is kept in the session's store. */
  static final Namespace NAMESPACE = Namespace.create("keycheck");

  private final RunSettings settings;
  private final Progress progress;
  private final Consumer<CaseResult> onResult;
  private final Instant started = Instant.now();
  private final Catalogue catalogue;
  private final Map<String, CaseResult> results = new ConcurrentHashMap<>();
  private final Map<String, Observations> seen = new ConcurrentHashMap<>();
  private final Diagnosed diagnosed = new Diagnosed();
  private final Turns turns = new Turns();
  private Preflight preflight;
  private volatile Lab lab;
  private volatile CompletableFuture<Fingerprint> fingerprint;
  private volatile SetUpFailed labFailed;
  private volatile Reason aborted;
  private volatile Map<String, String> logs = Map.of();
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile Reason unfinished =
      new Reason("not-run", "The run ended before this case was tried.");

  /**
   * Prepare a run; nothing is started yet.
   *
   * @param onResult told of each case as it ends, on the thread that ran it
   */
  public Run(RunSettings settings, Progress progress, Consumer<CaseResult> onResult) {
    this.settings = settings;
    this.progress = progress;
    this.onResult = onResult;
    this.catalogue = CaseCatalogue.of(settings.suite());
  }

  /** What the run was told. */
  public RunSettings settings() {
    return settings;
  }

  /** How cases take turns. */
  Turns turns() {
    return turns;
  }

  /**
   * Start the lab.
   *
   * @return false if the run was given up meanwhile; then nothing is left of what began
   * @throws SetUpFailed if it cannot be started
   */
  public boolean start() {
    try {
      begins(Thread.currentThread());
      lab();
      requireSameSurroundings();
    } catch (ClusterBroke | SetUpFailed failed) {
      if (aborted == null) {
        throw failed;
      }
    } finally {
      ends(Thread.currentThread());
    }
    // An interrupt that came too late for the start is not meant for what follows.
    Thread.interrupted();
    return aborted == null;
  }

  /** Results of two clusters are no report: what is merged must have been tried on the same. */
  private void requireSameSurroundings() {
    settings
        .again()
        .ifPresent(
            again -> {
              Optional<String> difference = fingerprint().flatMap(again::difference);
              if (difference.isPresent()) {
                stop();
                throw new SetUpFailed(difference.get());
              }
            });
  }

  /** The lab, started at the first call; throws the same {@link SetUpFailed} ever after. */
  public synchronized Lab lab() {
    if (labFailed != null) {
      throw labFailed;
    }
    if (lab == null) {
      try {
        lab = Lab.start(settings.lab(), preflight(), progress);
        // Asked while the parts run for sure, and beside the first cases.
        fingerprint = CompletableFuture.supplyAsync(lab::fingerprint);
      } catch (SetUpFailed failed) {
        labFailed = failed;
        throw failed;
      }
    }
    return lab;
  }

  /**
   * What was found of the cluster to adopt, before anything is made; read at the first call.
   *
   * @throws SetUpFailed where the cluster is not known or does not answer
   */
  public synchronized Preflight preflight() {
    if (preflight == null) {
      preflight = Surroundings.preflight(settings.lab());
    }
    return preflight;
  }

  /** What the launcher is to execute: the classes of the chosen cases, without any search. */
  public LauncherDiscoveryRequest discoveryRequest() {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(settings.classes().stream().map(DiscoverySelectors::selectClass).toList())
        .configurationParameter(RunSettings.PREFIX + "suite", settings.suite().id())
        .build();
  }

  /** Keep what a case noted, until it ends. */
  void keep(CaseInfo info, Observations noted) {
    seen.put(info.key(), noted);
  }

  /**
   * Diagnose what a case leaves that did not pass, unless that was its wish or the cluster broke.
   *
   * @return ids of the checks that named what is wrong
   */
  List<String> diagnose(CaseInfo info, Stage stage, Throwable thrown) {
    boolean telling = outcome(thrown) == Outcome.FAILED;
    return telling && aborted == null ? diagnosed.look(lab, info, stage) : List.of();
  }

  /**
   * Say how a case ended.
   *
   * @param waited for other cases, since it began: that is no time of its own
   * @param failure what it threw, if anything
   */
  void ended(CaseInfo info, Instant began, Duration waited, Optional<Throwable> failure) {
    Duration took = Duration.between(began, Instant.now()).minus(waited);
    Observations noted = seen.getOrDefault(info.key(), Observations.NONE);
    CaseResult result =
        failure
            .map(
                thrown ->
                    new CaseResult(
                        info, outcome(thrown), Optional.of(reason(thrown)), began, took, noted))
            .orElseGet(() -> CaseResult.passed(info, began, took, noted));
    CaseResult judged = RunReport.waived(List.of(result), settings.waivers(), Instant.now()).get(0);
    if (results.putIfAbsent(info.key(), judged) == null) {
      onResult.accept(judged);
    }
  }

  private Outcome outcome(Throwable thrown) {
    if (aborted != null) {
      return Outcome.INCONCLUSIVE;
    }
    if (thrown instanceof TestAbortedException) {
      return Outcome.SKIPPED;
    }
    return thrown instanceof AssertionError && ClusterBroke.seenIn(thrown).isEmpty()
        ? Outcome.FAILED
        : Outcome.INCONCLUSIVE;
  }

  private Reason reason(Throwable caught) {
    if (aborted != null) {
      return aborted;
    }
    Throwable thrown = cause(caught);
    if (thrown instanceof Skip skip) {
      return skip.reason();
    }
    Optional<ClusterBroke> broke = ClusterBroke.seenIn(caught);
    if (broke.isPresent()) {
      return new Reason(broke.get().code(), masked(broke.get().getMessage()));
    }
    String code = Reason.KIT_STUMBLED;
    if (caught instanceof AssertionError) {
      code = "promise-broken";
    } else if (thrown instanceof TestAbortedException) {
      code = "not-applicable";
    } else if (thrown instanceof SetUpFailed) {
      code = "set-up-failed";
    }
    String message = String.valueOf(thrown.getMessage());
    if (code.equals(Reason.KIT_STUMBLED)) {
      message = stumbled(thrown);
    }
    return new Reason(code, masked(message.isBlank() ? thrown.toString() : message));
  }

  /** What a reader has to know who cannot know the kit's own exceptions. */
  private static String stumbled(Throwable thrown) {
    return "Keycheck itself went wrong, which says nothing of what it was trying: %s%s%s."
        .formatted(
            thrown.getClass().getSimpleName(),
            thrown.getMessage() == null ? "" : ", " + firstLine(thrown.getMessage()),
            thrown.getStackTrace().length == 0 ? "" : ", at " + thrown.getStackTrace()[0]);
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("").strip().replaceFirst("[.:]+$", "");
  }

  /** The stage is set while JUnit resolves a parameter, and JUnit wraps what goes wrong then. */
  private static Throwable cause(Throwable caught) {
    return caught instanceof ParameterResolutionException && caught.getCause() != null
        ? caught.getCause()
        : caught;
  }

  private String masked(String text) {
    return lab == null ? text : lab.redactor().redact(text);
  }

  /** Everything about the run, every case of the catalogue accounted for. */
  public RunReport report() {
    List<CaseResult> all = new ArrayList<>(results.values());
    Instant now = Instant.now();
    settings.again().ifPresent(rerun -> all.addAll(rerun.kept()));
    if (settings.selection()) {
      for (CaseInfo info : catalogue.cases()) {
        if (!settings.selects(info)) {
          all.add(CaseResult.skipped(info, Reason.notSelected(), now));
        }
      }
    } else if (settings.again().isEmpty()) {
      Untried.of(settings.suite())
          .forEach(one -> all.add(CaseResult.skipped(one.info(), one.reason(), now)));
    }
    List<CaseResult> accounted =
        RunReport.waived(catalogue.account(all, unfinished, now), settings.waivers(), now);
    Optional<Fingerprint> known = fingerprint();
    return new RunReport(
        RunReport.SCHEMA_VERSION,
        settings.lab().runId(),
        settings.suite().id(),
        settings.selection() || settings.again().filter(Again::selection).isPresent(),
        settings.fault().name(),
        started,
        now,
        settings.subject(),
        settings.waivers(),
        settings.again().map(Again::rerun),
        new Kit(KitVersion.current(), KitVersion.commit(), catalogue.digest()),
        settings.toMap(),
        known.orElseGet(
            () ->
                new Fingerprint("unknown", List.of(), Map.of("note", "the parts were not asked"))),
        known.isPresent() ? accounted : accounted.stream().map(Run::unattributed).toList());
  }

  /** What the run was tried on; none where the parts could not be asked. */
  private Optional<Fingerprint> fingerprint() {
    if (lab == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(fingerprint.join());
    } catch (CompletionException failed) {
      progress.say("the cluster's parts could not be asked: " + failed.getCause().getMessage());
      return Optional.empty();
    }
  }

  /** A verdict about nobody knows what is worth nothing: then no case that ran can count. */
  private static CaseResult unattributed(CaseResult result) {
    if (result.outcome() == Outcome.SKIPPED) {
      return result;
    }
    return new CaseResult(
        result.info(),
        Outcome.INCONCLUSIVE,
        Optional.of(
            result
                .reason()
                .filter(reason -> result.outcome() == Outcome.INCONCLUSIVE)
                .orElse(
                    new Reason(
                        "surroundings-unknown",
                        "The case ended, but what it ran on could not be asked."))),
        result.started(),
        result.duration(),
        result.seen());
  }

  /** One sentence for each thing that the run could not remove. */
  public List<String> leftovers() {
    return lab == null ? List.of() : lab.leftovers();
  }

  /** End the run: remove what it made. The answer is what came out; nothing is written yet. */
  public RunReport finish() {
    RunReport report = report();
    logs = askLogs();
    stop();
    return report;
  }

  /**
   * Write the report; a verdict is to be said before, for this may fail.
   *
   * @throws SetUpFailed when the report cannot be written
   */
  public ReportFolder.Written write(RunReport report, Optional<SigningKey> key) {
    try {
      return ReportFolder.write(
          settings.report(),
          report,
          new Enclosures(diagnosed.json("the cases of run " + report.runId()), logs),
          lab == null ? new Redactor() : lab.redactor(),
          key);
    } catch (IOException e) {
      throw new SetUpFailed("The report could not be written: " + e.getMessage(), e);
    }
  }

  private Map<String, String> askLogs() {
    if (lab == null) {
      return Map.of();
    }
    try {
      return lab.logs(started);
    } catch (RuntimeException e) {
      // The cluster may be gone by now: a report without logs is better than none.
      progress.say("the logs of the kit's pods could not be read: " + e.getMessage());
      return Map.of();
    }
  }

  /** Take note that a case begins on this thread, so that an abort reaches it. */
  void begins(Thread thread) {
    running.add(thread);
    if (aborted != null) {
      throw new ClusterBroke(aborted.sentence());
    }
  }

  /** Take note that the case of this thread has ended. */
  void ends(Thread thread) {
    synchronized (running) {
      running.remove(thread);
    }
  }

  /**
   * Give the run up: cases that run are interrupted, and all that have no result get this reason.
   */
  public void abort(Reason why) {
    aborted = why;
    unfinished = why;
    synchronized (running) {
      running.forEach(Thread::interrupt);
    }
  }

  /** Stop what the run started; a second call does nothing. */
  public synchronized void stop() {
    if (lab != null) {
      lab.close();
    }
  }
}
