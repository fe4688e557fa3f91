package io.keycheck.reports.folder;

import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.secrecy.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the folder that a run leaves, and the archive of it: the report and all that follows from
 * it ({@link Derived}), what else is to be known ({@link Enclosures}), and the {@link Manifest}.
 *
 * <p>A folder is either whole or not there: everything is written beside it first and moved into
 * place at once. An earlier report is kept beside it, named after the time when its run began.
 */
public final class ReportFolder {
  /** Name of the report itself. */
  public static final String REPORT = "run-report.json";

  /** Name of the diagnosis of what was left of the cases. */
  public static final String DIAGNOSIS = "diagnosis.json";

  /** Name of the folder with logs of the kit's own pods. */
  public static final String LOGS = "logs";

  /** What the name of the archive ends with, which lies beside the folder. */
  public static final String ARCHIVE = ".tar.gz";

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
   * @param key signs the manifest, where there is one
   * @return where it is
   * @throws UnusableReportFolder as {@link #check} does, or if a file cannot be written; then
   *     nothing is left behind, and an earlier report is where it was
   */
  public static Written write(
      Path folder,
      RunReport report,
      Enclosures enclosures,
      Redactor redactor,
      Optional<SigningKey> key)
      throws UnusableReportFolder {
    RunReport redacted = report.redacted(redactor::redact);
    Place place = Place.of(folder);
    try {
      Path draft = place.draft();
      try {
        Path files = Files.createDirectory(draft.resolve("files"));
        Files.write(files.resolve(REPORT), RunReportJson.write(redacted));
        Derived.write(files, redacted);
        enclose(files, enclosures, redactor);
        byte[] manifest = Manifest.of(files).bytes();
        Files.write(files.resolve(Manifest.NAME), manifest);
        if (key.isPresent()) {
          Files.write(files.resolve(Manifest.SIGNATURE), key.get().sign(manifest));
        }
        Path archive = draft.resolve("archive");
        Archive.write(files, archive, place.name(), report.ended());
        return new Written(place.folder(), place.publish(files, archive));
      } finally {
        delete(draft);
      }
    } catch (UnusableReportFolder e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableReportFolder(
          "The report cannot be written to %s: %s.".formatted(place.folder(), Place.reason(e)), e);
    }
  }

  /**
   * Where a report is.
   *
   * @param folder its folder, as an absolute path
   * @param archive the archive of it; absent where nothing can be written beside the folder
   */
  public record Written(Path folder, Optional<Path> archive) {}

  private static void enclose(Path files, Enclosures enclosures, Redactor redactor)
      throws IOException {
    Files.writeString(files.resolve(DIAGNOSIS), redactor.redact(enclosures.diagnosis()));
    Path logs = Files.createDirectory(files.resolve(LOGS));
    if (enclosures.logs().isEmpty()) {
      Files.writeString(
          logs.resolve("none.txt"), "No pod of the kit's own could be asked for a log.\n");
    }
    for (Map.Entry<String, String> log : enclosures.logs().entrySet()) {
      String name = log.getKey().replaceAll("[^A-Za-z0-9.-]+", "_") + ".log";
      Files.writeString(logs.resolve(name), redactor.redact(log.getValue()));
    }
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
