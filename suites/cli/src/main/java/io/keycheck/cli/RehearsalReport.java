package io.keycheck.cli;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.lab.KitVersion;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Component;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.folder.Enclosures;
import io.keycheck.reports.folder.ReportFolder;
import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report of a run that never was, to try the commands with that read reports. */
final class RehearsalReport {
  private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

  private RehearsalReport() {}

  /** Writes it to a folder. */
  static void write(Path folder) throws IOException {
    Catalogue catalogue = CaseCatalogue.of(Suite.VAULT);
    RunReport report =
        new RunReport(
            RunReport.SCHEMA_VERSION,
            "rehearsal",
            "vault",
            false,
            Optional.empty(),
            STARTED,
            STARTED.plusSeconds(60),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            new Kit(KitVersion.current(), KitVersion.commit(), catalogue.digest()),
            Map.of(),
            new Fingerprint(
                "rehearsal",
                List.of(new Component("kubernetes", "none", "0", "", "", Origin.STAND_IN, "")),
                Map.of()),
            catalogue.cases().stream()
                .map(
                    info ->
                        new CaseResult(
                            info,
                            Outcome.PASSED,
                            Optional.empty(),
                            STARTED,
                            Duration.ofSeconds(1),
                            Observations.NONE))
                .toList());
    ReportFolder.write(
        folder, report, new Enclosures("{}", Map.of()), new Redactor(), Optional.empty());
  }
}
