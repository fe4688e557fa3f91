package io.keycheck.cases;

import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Component;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Rerun;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.folder.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An earlier run of which only the cases run again that failed or were inconclusive. */
public final class Again {
  private static final String WHOLE = "run the whole suite instead.";

  private final RunReport earlier;

  private Again(RunReport earlier) {
    this.earlier = earlier;
  }

  /**
   * Take an earlier report: a folder, an archive, or the report alone.
   *
   * @throws SetUpFailed with one sentence where it cannot be read, has nothing to run again, or
   *     another kit made it
   */
  static Again of(Path path) {
    RunReport earlier;
    try {
      earlier = RunReportJson.read(Contents.of(path).report());
    } catch (IOException e) {
      throw new SetUpFailed("The report of an earlier run cannot be used: " + e.getMessage(), e);
    }
    Again again = new Again(earlier);
    again.requireSense();
    return again;
  }

  private void requireSense() {
    if (open().isEmpty()) {
      throw new SetUpFailed(
          "The run %s has nothing to run again: no case failed or was inconclusive."
              .formatted(earlier.runId()));
    }
    Suite suite = Suite.parse(earlier.suite());
    if (!CaseCatalogue.of(suite).digest().equals(earlier.kit().catalogueDigest())
        || !KitVersion.commit().equals(earlier.kit().commit())) {
      throw new SetUpFailed(
          "The run %s was made by kit %s (%s), and this is %s (%s): "
                  .formatted(
                      earlier.runId(),
                      earlier.kit().version(),
                      earlier.kit().commit(),
                      KitVersion.current(),
                      KitVersion.commit())
              + WHOLE);
    }
    if (earlier.fault().isPresent()) {
      throw new SetUpFailed(
          "The run %s was broken on purpose, so its failures are none: name another report."
              .formatted(earlier.runId()));
    }
  }

  /** The suite of the earlier run. */
  Suite suite() {
    return Suite.parse(earlier.suite());
  }

  /** The version of the driver that the earlier run asked for, if it did. */
  Optional<DriverVersion> driver() {
    return Optional.ofNullable(earlier.configuration().get("driver-version"))
        .map(DriverVersion::parse);
  }

  /** The earlier run. */
  RunReport earlier() {
    return earlier;
  }

  /** Whether the earlier run was one of chosen cases. */
  boolean selection() {
    return earlier.selection();
  }

  /** Whether a case runs again. */
  boolean runs(CaseInfo info) {
    return open().stream().anyMatch(result -> result.info().equals(info));
  }

  /** The results that stay as they are. */
  List<CaseResult> kept() {
    return earlier.results().stream().filter(result -> !isOpen(result)).toList();
  }

  /** What the report says of it. */
  Rerun rerun() {
    return new Rerun(
        earlier.runId(),
        RunReportJson.digest(earlier),
        earlier.started(),
        open().stream().map(result -> result.info().key()).toList());
  }

  /** Where the surroundings are others than those of the earlier run, in a sentence. */
  Optional<String> difference(Fingerprint now) {
    Fingerprint then = earlier.fingerprint();
    if (then.equals(now)) {
      return Optional.empty();
    }
    Set<Component> changed = new HashSet<>(now.components());
    changed.removeAll(then.components());
    String what =
        changed.stream()
            .sorted()
            .findFirst()
            .map(part -> "the part " + part.name() + " is another")
            .orElse("its parts or what is known of them are others");
    return Optional.of(
        "The cluster is not the one that the run %s saw: %s; %s"
            .formatted(earlier.runId(), what, WHOLE));
  }

  private List<CaseResult> open() {
    return earlier.results().stream().filter(Again::isOpen).toList();
  }

  private static boolean isOpen(CaseResult result) {
    return result.outcome() == Outcome.FAILED
        || result.outcome() == Outcome.WAIVED
        || result.outcome() == Outcome.INCONCLUSIVE;
  }
}
