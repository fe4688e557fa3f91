package io.keycheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Says everything about one run; every file and every line on a terminal derives from it.
 *
 * <p>Accounts for every case of the suite's catalogue: a case that was not executed is there as
 * skipped or inconclusive, with its reason. The order of {@code results} is by store and id,
 * whatever the order they were given in.
 *
 * @param schemaVersion version of the report's shape, always {@link #SCHEMA_VERSION}
 * @param runId unique name of the run
 * @param suite what was run: a profile ({@link #PROFILES}) or another suite
 * @param selection whether only some cases were asked for; the others are there as {@link
 *     Reason#NOT_SELECTED}
 * @param fault the fault that was injected on purpose, if one was
 * @param started when the run began, kept to the millisecond
 * @param ended when it ended, kept to the millisecond
 * @param subject who certifies what; without it the report is that of a run
 * @param waivers what excuses failures, sorted by case; also those that excused nothing
 * @param rerun the earlier run that some results are of, where this one ran only some again
 * @param kit what made the report
 * @param configuration the settings of the run, secrets masked
 * @param fingerprint the environment
 * @param results one per case and store
 */
public record RunReport(
    String schemaVersion,
    String runId,
    String suite,
    boolean selection,
    Optional<String> fault,
    Instant started,
    Instant ended,
    Optional<Subject> subject,
    List<Waiver> waivers,
    Optional<Rerun> rerun,
    Kit kit,
    Map<String, String> configuration,
    Fingerprint fingerprint,
    List<CaseResult> results) {
  /** Version of the shape that this kit writes. */
  public static final String SCHEMA_VERSION = "1.0";

  /** Suites that certify: complete runs of them end with a word on conformance. */
  public static final Set<String> PROFILES = Set.of("vault", "aws");

  /** What judges an environment that exists by reading it: no profile, whatever comes out of it. */
  public static final String ATTACHED = "attached";

  /**
   * Refuses two results of one case and store, a run that ended before it began, and results that
   * its waivers contradict.
   */
  public RunReport {
    if (runId.isBlank()) {
      throw new IllegalArgumentException("A run needs an id.");
    }
    Kebab.require(suite, "A suite's name");
    if (!SCHEMA_VERSION.equals(schemaVersion)) {
      throw new IllegalArgumentException(
          "Reports have schema version %s, not %s.".formatted(SCHEMA_VERSION, schemaVersion));
    }
    if (fault.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("An injected fault needs a name.");
    }
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(fingerprint, "fingerprint");
    started = started.truncatedTo(ChronoUnit.MILLIS);
    ended = ended.truncatedTo(ChronoUnit.MILLIS);
    if (ended.isBefore(started)) {
      throw new IllegalArgumentException("The run %s ended before it began.".formatted(runId));
    }
    configuration = Facts.sorted(configuration);
    results = results.stream().sorted(Comparator.comparing(CaseResult::info)).toList();
    new Catalogue(results.stream().map(CaseResult::info).toList()); // refuses duplicates
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(rerun, "rerun");
    waivers = waivers.stream().sorted().toList();
    for (CaseResult result : results) {
      boolean excused = excused(result.info(), waivers, ended);
      if (result.outcome() == (excused ? Outcome.FAILED : Outcome.WAIVED)) {
        throw new IllegalArgumentException(
            "The case %s ended %s %s a waiver that holds."
                .formatted(
                    result.info().key(), result.outcome().word(), excused ? "with" : "without"));
      }
    }
  }

  /**
   * Returns what the run says about its subject.
   *
   * <p>A complete run of a profile, without an injected fault, is judged in this order:
   *
   * <ol>
   *   <li>no core case was executed, that is, all were skipped: none;
   *   <li>a core case failed, or any case failed while another was inconclusive: not conformant;
   *   <li>a case was inconclusive: inconclusive;
   *   <li>an extended case failed, or any case was skipped or waived: partial; a skipped or waived
   *       core case is never conformance;
   *   <li>everything passed, extended cases that {@link Reason#CANNOT_BE_SHOWN cannot be shown}
   *       apart: conformant.
   * </ol>
   *
   * <p>Any other run certifies nothing. It failed if a case failed; it passed if all cases that it
   * was asked for passed or were waived, and at least one passed; otherwise it is inconclusive.
   */
  public Verdict verdict() {
    return certifies() ? conformance() : success();
  }

  /** Returns whether the run is one that certifies: a complete, unharmed run of a profile. */
  public boolean certifies() {
    return PROFILES.contains(suite) && !selection && fault.isEmpty();
  }

  /** Returns whether it is a certificate: it certifies, names its subject, and is conformant. */
  public boolean isCertificate() {
    return certifies() && subject.isPresent() && verdict() == Verdict.CONFORMANT;
  }

  /** Returns the results, each failure waived or not as the waivers have it at that time. */
  public static List<CaseResult> waived(
      List<CaseResult> results, List<Waiver> waivers, Instant at) {
    return results.stream()
        .map(
            result ->
                result.outcome() == Outcome.FAILED || result.outcome() == Outcome.WAIVED
                    ? result.ending(
                        excused(result.info(), waivers, at) ? Outcome.WAIVED : Outcome.FAILED,
                        result.reason())
                    : result)
        .toList();
  }

  private static boolean excused(CaseInfo info, List<Waiver> waivers, Instant at) {
    return waivers.stream().anyMatch(waiver -> waiver.isFor(info) && waiver.holdsAt(at));
  }

  /** Returns the waiver that excuses the failure of a case, if one does. */
  public Optional<Waiver> waiver(CaseResult result) {
    return waivers.stream()
        .filter(waiver -> result.outcome() == Outcome.WAIVED)
        .filter(waiver -> waiver.isFor(result.info()) && waiver.holdsAt(ended))
        .findFirst();
  }

  /** Returns the counts over all cases; they add up to the size of the catalogue. */
  public Counts counts() {
    return Counts.of(results);
  }

  /** Returns the counts over the cases of one level. */
  public Counts counts(Level level) {
    return Counts.of(results.stream().filter(result -> result.info().level() == level).toList());
  }

  /** Returns how many cases of one level a selection left out; the counts have them as skipped. */
  public int leftOut(Level level) {
    return (int)
        results.stream()
            .filter(result -> result.info().level() == level && result.leftOut())
            .count();
  }

  /** Returns how many cases a selection left out. */
  public int leftOut() {
    return Stream.of(Level.values()).mapToInt(this::leftOut).sum();
  }

  /** Returns the results with this outcome, sorted by store and id. */
  public List<CaseResult> results(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }

  /**
   * Returns the results that a reader has to look at, the worst first; cases that were not chosen
   * are none of them.
   */
  public List<CaseResult> notPassed() {
    return Stream.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WAIVED, Outcome.SKIPPED)
        .flatMap(outcome -> results(outcome).stream())
        .filter(result -> !result.leftOut())
        .toList();
  }

  /** Returns the exit code of a process that made this run: 0, 1 or 3. */
  public int exitCode() {
    return verdict().exitCode();
  }

  /**
   * Returns the verdict as a headline that names stand-ins, such as {@code conformant with
   * stand-ins: vault-provider}.
   */
  public String title() {
    List<String> standIns = fingerprint.standIns();
    String words = headline() + excuses();
    return standIns.isEmpty() ? words : words + " with stand-ins: " + String.join(", ", standIns);
  }

  /** Returns the verdict in words; of an environment that was only looked at it says so. */
  public String headline() {
    return isAttached() ? "attached environment " + verdict().words() : verdict().words();
  }

  /** Returns whether an environment was judged that was there, by reading it. */
  public boolean isAttached() {
    return suite.equals(ATTACHED);
  }

  /** Returns how long the run took. */
  public Duration duration() {
    return Duration.between(started, ended);
  }

  /** Returns the catalogue that the results account for. */
  public Catalogue catalogue() {
    return new Catalogue(results.stream().map(CaseResult::info).toList());
  }

  /** Returns whether the results account for exactly the catalogue that the kit names. */
  public boolean accountsForCatalogue() {
    return kit.catalogueDigest().equals(catalogue().digest());
  }

  /**
   * Returns the report with every text of foreign origin passed through {@code mask}: reasons,
   * evidence, configuration, and what is said of components, but not the catalogue's own words.
   */
  public RunReport redacted(UnaryOperator<String> mask) {
    return new RunReport(
        schemaVersion,
        runId,
        suite,
        selection,
        fault,
        started,
        ended,
        subject,
        waivers,
        rerun,
        kit,
        Facts.redacted(configuration, mask),
        fingerprint.redacted(mask),
        results.stream().map(result -> result.redacted(mask)).toList());
  }

  /** What a reader must not miss beside the verdict: the waived, and the tried again. */
  private String excuses() {
    int waived = counts().waived();
    int again = rerun.map(run -> run.cases().size()).orElse(0);
    return (waived == 0 ? "" : ", " + waived + " waived")
        + (again == 0 ? "" : ", " + again + " run again")
        + (waived + again > 0 && !fingerprint.standIns().isEmpty() ? "," : "");
  }

  private Verdict conformance() {
    Counts all = counts();
    if (counts(Level.CORE).executed() == 0) {
      return Verdict.NONE;
    }
    if (counts(Level.CORE).failed() > 0 || (all.failed() > 0 && all.inconclusive() > 0)) {
      return Verdict.NOT_CONFORMANT;
    }
    if (all.inconclusive() > 0) {
      return Verdict.INCONCLUSIVE;
    }
    long told = all.total() - results.stream().filter(CaseResult::cannotBeShown).count();
    return all.passed() == told ? Verdict.CONFORMANT : Verdict.PARTIAL;
  }

  private Verdict success() {
    Counts asked =
        Counts.of(
            results.stream()
                .filter(result -> !result.leftOut() && !result.cannotBeShown())
                .toList());
    if (asked.failed() > 0) {
      return Verdict.FAILED;
    }
    boolean allPassed = asked.passed() > 0 && asked.passed() + asked.waived() == asked.total();
    return allPassed ? Verdict.PASSED : Verdict.INCONCLUSIVE;
  }
}
