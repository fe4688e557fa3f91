package io.keycheck.reports.folder;

import io.keycheck.reports.RunReport;
import io.keycheck.reports.secrecy.Redactor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Folders of reports for tests, with a diagnosis of nothing and one log. */
final class Folders {
  static final Enclosures ENCLOSURES =
      new Enclosures("{}\n", Map.of("provider-x/provider", "started\n"));

  private Folders() {}

  static Path write(Path folder, RunReport report, Redactor redactor) throws UnusableReportFolder {
    return ReportFolder.write(folder, report, ENCLOSURES, redactor, Optional.empty()).folder();
  }

  static ReportFolder.Written signed(Path folder, RunReport report, SigningKey key)
      throws UnusableReportFolder {
    return ReportFolder.write(folder, report, ENCLOSURES, new Redactor(), Optional.of(key));
  }
}
