package io.keycheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports for tests: of a suite, with cases that ended in a given way. */
public final class Reports {
  public static final Instant STARTED = Instant.parse("2026-03-01T12:00:00.250Z");
  public static final Reason REASON =
      new Reason("mount-refused", "The mount was refused with Code: 403.");

  public static final Component KUBERNETES =
      new Component("kubernetes", "kubernetes", "v1.34.4", "", "", Origin.BUILT, "");
  public static final Component PROVIDER =
      new Component(
          "provider",
          "vault-csi-provider",
          "1.7.4",
          "hashicorp/vault-csi-provider:1.7.4",
          "sha256:" + "0123456789abcdef".repeat(4),
          Origin.OFFICIAL,
          "");
  public static final Component STAND_IN =
      new Component(
          "provider",
          "vault-provider",
          "0.1.0",
          "keycheck/stand-ins:0.1.0",
          "",
          Origin.STAND_IN,
          "");

  private Reports() {}

  public static CaseInfo core(String id) {
    return info(id, Level.CORE);
  }

  public static CaseInfo extended(String id) {
    return info(id, Level.EXTENDED);
  }

  public static CaseInfo info(String id, Level level) {
    return new CaseInfo(
        id,
        "vault",
        level,
        "The promise of " + id + " holds.",
        "section 2.1: \"Use the following values when configuring the mapping rules\"",
        "0.1.0");
  }

  public static CaseResult ended(CaseInfo info, Outcome outcome) {
    return new CaseResult(
        info,
        outcome,
        outcome == Outcome.PASSED ? Optional.empty() : Optional.of(REASON),
        STARTED.plusMillis(100),
        Duration.ofMillis(1234),
        Observations.NONE);
  }

  /** Returns a run of the Vault profile: core cases first, a bar, then extended ones. */
  public static RunReport vault(String outcomes) {
    return run("vault", false, Optional.empty(), outcomes);
  }

  /** Reads {@code "p f s i | p"} as outcomes by their first letters, {@code -} as left out. */
  public static RunReport run(
      String suite, boolean selection, Optional<String> fault, String outcomes) {
    List<CaseResult> results = new ArrayList<>();
    Level level = Level.CORE;
    for (String letter : outcomes.strip().split("\\s+", -1)) {
      if (letter.equals("|")) {
        level = Level.EXTENDED;
      } else if (!letter.isEmpty()) {
        results.add(result(info("case-%d".formatted(results.size() + 1), level), letter));
      }
    }
    return of(suite, selection, fault, results, KUBERNETES, PROVIDER);
  }

  public static RunReport of(List<CaseResult> results, Component... components) {
    return of("vault", false, Optional.empty(), results, components);
  }

  private static RunReport of(
      String suite,
      boolean selection,
      Optional<String> fault,
      List<CaseResult> results,
      Component... components) {
    Catalogue catalogue = new Catalogue(results.stream().map(CaseResult::info).toList());
    return new RunReport(
        RunReport.SCHEMA_VERSION,
        "run-20260301-1",
        suite,
        selection,
        fault,
        STARTED,
        STARTED.plusMillis(58_200),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Kit("0.1.0", "0a1b2c3", catalogue.digest()),
        Map.of("which-cluster", "auto", "settle-time", "PT60S"),
        new Fingerprint(
            "embedded",
            Arrays.asList(components),
            Map.of("node-os", "linux", "node-arch", "amd64", "rotation-poll-interval", "2s")),
        results);
  }

  /** Returns a run of the failure suite in which a fault was missed and one could not be judged. */
  public static RunReport failures() {
    return of(
        "failure",
        false,
        Optional.empty(),
        List.of(
            fault("named", Outcome.PASSED, "class-missing", "class-missing"),
            fault("missed", Outcome.FAILED, "key-unknown", "mount-failed"),
            fault("broke", Outcome.INCONCLUSIVE, "vault-sealed", "")),
        KUBERNETES,
        STAND_IN);
  }

  private static CaseResult fault(String id, Outcome outcome, String expected, String named) {
    Step step = new Step(Step.PRINTED_REMEDY + ": kubectl …", STARTED, Duration.ofMillis(5), true);
    return new CaseResult(
        new CaseInfo(
            id,
            "vault",
            Level.CORE,
            id.equals("broke") ? "A fault that broke" : "A fault that was " + id,
            "a check",
            "0.1.0"),
        outcome,
        outcome == Outcome.PASSED ? Optional.empty() : Optional.of(REASON),
        STARTED,
        Duration.ofSeconds(1),
        new Observations(
            outcome == Outcome.PASSED ? List.of(step) : List.of(),
            List.of(),
            named.isEmpty() ? List.of() : List.of(named),
            List.of(expected),
            List.of()));
  }

  /** Returns one report that holds every outcome, level, origin and kind of evidence. */
  public static RunReport everything() {
    CaseInfo awsToo =
        new CaseInfo(
            "only-mapped-keys", "aws", Level.CORE, "Only mapped keys are mounted.", "2.1", "0.1.0");
    return of(
        List.of(
            ended(core("mounted-files-hold-the-stored-bytes"), Outcome.PASSED),
            new CaseResult(
                core("another-account-is-refused"),
                Outcome.FAILED,
                Optional.of(
                    new Reason("was-served", "The mount of account \"other\" went through.")),
                STARTED.plusSeconds(1),
                Duration.ofMillis(12_345),
                new Observations(
                    List.of(
                        new Step("start the app", STARTED, Duration.ofMillis(40), true),
                        new Step(
                            "wait until it is refused", STARTED, Duration.ofSeconds(12), false)),
                    List.of(
                        new Measurement(
                            "time from the store to the file",
                            Duration.ofMillis(1400),
                            List.of(
                                new Measurement.Part("store", Duration.ofMillis(20)),
                                new Measurement.Part("kubelet", Duration.ofMillis(1380))))),
                    List.of("mount-failed", "class-missing"),
                    List.of(),
                    List.of(
                        new Evidence("events", "Warning FailedMount\n  <none> & \"quoted\"\n"),
                        new Evidence("status", "{\"byPod\": 1}")))),
            CaseResult.skipped(
                extended("a-role-with-an-audience-works"),
                new Reason("feature-absent", "The driver has no token for the audience."),
                STARTED.plusSeconds(2)),
            CaseResult.inconclusive(
                extended("all-replicas-see-the-same"),
                new Reason("node-not-ready", "The node was not ready for 60 s."),
                STARTED.plusSeconds(3)),
            ended(awsToo, Outcome.PASSED)),
        KUBERNETES,
        STAND_IN,
        new Component("store", "vault", "1.21.1", "", "", Origin.ADOPTED, "kv v2 at secret/"));
  }

  /** Returns a report with who vouches for it, and these waivers and this earlier run. */
  public static RunReport with(
      RunReport report, Optional<Subject> subject, List<Waiver> waivers, Optional<Rerun> rerun) {
    return changed(
        report,
        report.runId(),
        subject,
        waivers,
        rerun,
        RunReport.waived(report.results(), waivers, report.ended()));
  }

  /** Returns a report with other results. */
  public static RunReport with(RunReport report, List<CaseResult> results) {
    return changed(
        report, report.runId(), report.subject(), report.waivers(), report.rerun(), results);
  }

  /** Returns the same report of another run. */
  public static RunReport ofRun(RunReport report, String runId) {
    return changed(
        report, runId, report.subject(), report.waivers(), report.rerun(), report.results());
  }

  /** Returns the same report by a kit that has no more cases than those in it. */
  public static RunReport asAllThereIs(RunReport report) {
    Kit kit = report.kit();
    return new RunReport(
        report.schemaVersion(),
        report.runId(),
        report.suite(),
        report.selection(),
        report.fault(),
        report.started(),
        report.ended(),
        report.subject(),
        report.waivers(),
        report.rerun(),
        new Kit(kit.version(), kit.commit(), report.catalogue().digest()),
        report.configuration(),
        report.fingerprint(),
        report.results());
  }

  private static RunReport changed(
      RunReport report,
      String runId,
      Optional<Subject> subject,
      List<Waiver> waivers,
      Optional<Rerun> rerun,
      List<CaseResult> results) {
    return new RunReport(
        report.schemaVersion(),
        runId,
        report.suite(),
        report.selection(),
        report.fault(),
        report.started(),
        report.ended(),
        subject,
        waivers,
        rerun,
        report.kit(),
        report.configuration(),
        report.fingerprint(),
        results);
  }

  public static Subject subject() {
    return new Subject(
        "Example Ltd", "Example Service", "4.2", "https://example.com/k8s", "team@example.com");
  }

  public static Waiver waiver(String caseId, String expires) {
    return new Waiver(
        caseId,
        Optional.empty(),
        "The vendor mends it.",
        "https://example.com/1",
        LocalDate.parse(expires));
  }

  /** Returns a text that would hurt a terminal, an XML parser, a JSON writer or a pager. */
  public static String hostile() {
    return "\u001B[2J\u001B]0;owned\u0007 ]]> <!-- </testsuite> & \u0000 \uFFFE \uD83D 🔑 é"
        + " \u202Egnp.exe \u009B31m\r\n\t\"quoted\" \\u0041 "
        + "x".repeat(1_000_000);
  }

  public static RunReport hostileReport() {
    String text = hostile();
    return of(
        List.of(
            new CaseResult(
                core("hostile"),
                Outcome.FAILED,
                Optional.of(new Reason("hostile-text", text)),
                STARTED,
                Duration.ofMillis(1),
                Observations.of(List.of(new Evidence(text, text))))),
        KUBERNETES,
        new Component("provider", text, text, text, text, Origin.STAND_IN, text));
  }

  private static CaseResult result(CaseInfo info, String letter) {
    return switch (letter) {
      case "p" -> ended(info, Outcome.PASSED);
      case "f" -> ended(info, Outcome.FAILED);
      case "s" -> ended(info, Outcome.SKIPPED);
      case "i" -> ended(info, Outcome.INCONCLUSIVE);
      case "-" -> CaseResult.skipped(info, Reason.notSelected(), STARTED);
      default -> throw new IllegalArgumentException(letter);
    };
  }
}
