package io.keycheck.reports;

import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the folder that a run leaves: {@value #REPORT}, {@value #JUNIT} and {@value #ALLURE}.
 *
 * <p>A folder is either whole or not there: everything is written beside it first and moved into
 * place at once. An earlier report is kept beside it, named after the time when its run began.
 */
public final class ReportFolder {
  /** Name of the report itself. */
  public static final String REPORT = "run-report.json";

  /** Name of the JUnit XML. */
  public static final String JUNIT = "junit.xml";

  /** Name of the folder with Allure results. */
  public static final String ALLURE = "allure-results";

  private ReportFolder() {}

  /**
   * Refuses a folder that {@link #write} would refuse; made for the start of a run, since nobody
   * wants to hear it at the end.
   *
   * @throws UnusableReportFolder if it is a file, cannot be made, or holds anything but an earlier
   *     report
   */
  public static void check(Path folder) throws UnusableReportFolder {
    Place.of(folder);
  }

  /**
   * Writes the report, with every value that the redactor knows masked.
   *
   * @param folder absent, empty, or with an earlier report, which is moved aside
   * @return the folder as an absolute path
   * @throws UnusableReportFolder as {@link #check} does, or if a file cannot be written; then
   *     nothing is left behind, and an earlier report is where it was
   */
  public static Path write(Path folder, RunReport report, Redactor redactor)
      throws UnusableReportFolder {
    RunReport redacted = report.redacted(redactor::redact);
    Place place = Place.of(folder);
    try {
      Path draft = place.draft();
      try {
        Files.write(draft.resolve(REPORT), RunReportJson.write(redacted));
        Files.write(draft.resolve(JUNIT), JUnitXml.write(redacted));
        AllureResults.write(Files.createDirectory(draft.resolve(ALLURE)), redacted);
        place.publish(draft);
      } finally {
        delete(draft);
      }
    } catch (UnusableReportFolder e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableReportFolder(
          "The report cannot be written to %s: %s.".formatted(place.folder(), Place.reason(e)), e);
    }
    return place.folder();
  }

  private static void delete(Path draft) throws IOException {
    if (!Files.exists(draft)) {
      return; // it was moved into place
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(draft)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
