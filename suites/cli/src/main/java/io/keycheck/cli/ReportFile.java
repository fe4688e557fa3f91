package io.keycheck.cli;

import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.UnreadableReport;
import io.keycheck.reports.folder.Contents;
import java.io.IOException;
import java.nio.file.Path;

/** A report that somebody names: its folder, its archive, or the report alone. */
final class ReportFile {
  private ReportFile() {}

  static RunReport read(Path path) {
    try {
      return RunReportJson.read(Contents.of(path).report());
    } catch (UnreadableReport e) {
      boolean named = e.getMessage().contains(path.toString());
      throw new Unusable((named ? "" : path + ": ") + e.getMessage(), e);
    } catch (IOException e) {
      throw new Unusable(
          "%s cannot be read: name a report's folder or its archive.".formatted(path), e);
    }
  }
}
