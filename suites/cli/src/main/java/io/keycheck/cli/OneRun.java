package io.keycheck.cli;

import io.keycheck.cases.Run;
import io.keycheck.cases.RunSession;
import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.folder.Claim;
import io.keycheck.reports.folder.SigningKey;
import io.keycheck.reports.folder.UnusableReportFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a suite once, from its set-up to its report.
 *
 * @param limit the longest time of the run
 */
record OneRun(
    Duration limit,
    Console console,
    RunOutput shown,
    Optional<SigningKey> key,
    Interruption interruption) {
  /**
   * Runs it, says what came out, and writes that.
   *
   * @throws SetUpFailed where it cannot be begun, or its report cannot be written
   */
  RunReport of(RunSettings settings) {
    console.begin(settings, limit);
    try (Claim claim = claim(settings.report())) {
      return run(settings);
    }
  }

  private RunReport run(RunSettings settings) {
    CancellationToken token = CancellationToken.create();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "keycheck-timeout");
              thread.setDaemon(true);
              return thread;
            });
    Run run = new Run(settings, console::progress, result -> shown.ended(result, console));
    interruption.tells(
        () -> {
          console.progress("interrupted: removing what the run made");
          token.cancel();
          run.abort(new Reason("interrupted", "The run was interrupted."));
        });
    Future<?> timeOver =
        clock.schedule(
            () -> {
              console.progress("the time is over: removing what the run made");
              token.cancel();
              run.abort(
                  new Reason(
                      "time-over", "The run's time of " + limit.toSeconds() + " s was over."));
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      shown.preflight(run.preflight(), console);
      if (run.start()) {
        execute(run, token);
      }
      timeOver.cancel(false);
      console.progress("removing what the run made");
      RunReport report = run.finish();
      run.leftovers().forEach(left -> console.progress("left behind: " + left));
      shown.verdict(report);
      shown.written(report, run.write(report, key));
      return report;
    } finally {
      run.stop();
      clock.shutdownNow();
      interruption.tellsNobody();
    }
  }

  private static void execute(Run run, CancellationToken token) {
    try (LauncherSession session = LauncherFactory.openSession()) {
      RunSession.use(session, run);
      session
          .getLauncher()
          .execute(
              LauncherExecutionRequestBuilder.request(run.discoveryRequest())
                  .cancellationToken(token)
                  .build());
    }
  }

  private static Claim claim(Path folder) {
    try {
      return Claim.of(folder);
    } catch (UnusableReportFolder e) {
      throw new SetUpFailed(e.getMessage(), e);
    }
  }
}
