package io.keycheck.cli;

import io.keycheck.cases.RunSettings;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Show a run to whoever watches: results on standard output, progress on standard error. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colour;
  private final Instant started = Instant.now();

  Console(PrintWriter out, PrintWriter err, boolean colour) {
    this.out = out;
    this.err = err;
    this.colour = colour;
  }

  /** Say what is about to run, and with which settings. */
  void begin(RunSettings settings, Duration limit) {
    Map<String, String> shown = new TreeMap<>(settings.toMap());
    shown.put("report", settings.report().toString());
    shown.put("timeout", limit.toString());
    int cases = settings.classes().size();
    progress(
        "suite "
            + settings.suite().id()
            + ", "
            + cases
            + (cases == 1 ? " case" : " cases")
            + ", run "
            + settings.lab().runId()
            + "; settings "
            + shown);
  }

  /** Say what goes on, with the time since the start. */
  synchronized void progress(String what) {
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    err.println(String.format(Locale.ROOT, "keycheck %6.1f s  %s", seconds, what));
    err.flush();
  }

  /** Show lines that belong to what was said last. */
  synchronized void lines(String text) {
    text.lines().forEach(line -> err.println("  " + line));
    err.flush();
  }

  /** Say how a case ended. */
  synchronized void result(CaseResult result) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s %5.1f s  %s",
            painted(result.outcome()),
            result.duration().toMillis() / 1000.0,
            result.info().key()));
    result
        .reason()
        .filter(reason -> result.outcome() != Outcome.SKIPPED)
        .ifPresent(
            reason ->
                out.println(
                    "             " + reason.sentence().strip().replaceAll("\\s*\\n\\s*", " ")));
    out.flush();
  }

  private String painted(Outcome outcome) {
    String word = String.format(Locale.ROOT, "%-12s", outcome.word());
    if (!colour) {
      return word;
    }
    String code =
        switch (outcome) {
          case PASSED -> "32";
          case FAILED -> "31";
          case WAIVED -> "35";
          case SKIPPED -> "36";
          case INCONCLUSIVE -> "33";
        };
    return "\u001b[" + code + "m" + word + "\u001b[0m";
  }
}
