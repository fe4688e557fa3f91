package io.keycheck.cli;

import io.keycheck.cases.RunSettings;
import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.compare.DriverMatrix;
import io.keycheck.reports.compare.DriverMatrix.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs a suite with several versions of the driver, one after the other. */
final class MatrixRun {
  private final Map<DriverVersion, RunSettings> settings;

  private MatrixRun(Map<DriverVersion, RunSettings> settings) {
    this.settings = settings;
  }

  /** Whether several versions are asked for. */
  static boolean asked(Settings given) {
    return given.get(DriverOptions.MATRIX).isPresent();
  }

  /**
   * Reads what each run is told; throws {@link SetUpFailed} with one sentence for what has no
   * meaning for several.
   */
  static MatrixRun of(Settings given) {
    refuse(given, DriverOptions.ONE, "names the versions of the driver itself");
    refuse(given, "rerun-failed", "runs a suite once for each version");
    if (given.get("cluster").filter("adopted"::equals).isPresent()) {
      throw new SetUpFailed(
          "An adopted cluster's driver is taken as it is, whatever its version: leave out"
              + " --matrix.");
    }
    String text = given.get(DriverOptions.MATRIX).orElseThrow();
    String stamp = RunSettings.stamp();
    Map<DriverVersion, RunSettings> settings = new LinkedHashMap<>();
    for (DriverVersion version : placed(given, text)) {
      settings.put(
          version,
          RunSettings.read(
              name ->
                  switch (name) {
                    case DriverOptions.ONE -> Optional.of(version.toString());
                    case "report" -> Optional.of(folder(given, stamp, version));
                    default -> given.get(name);
                  },
              given::place));
    }
    return new MatrixRun(settings);
  }

  private static List<DriverVersion> placed(Settings given, String text) {
    try {
      return DriverOptions.versions(text);
    } catch (SetUpFailed unusable) {
      String place = given.place(DriverOptions.MATRIX);
      throw place.isEmpty()
          ? unusable
          : new SetUpFailed(unusable.getMessage() + " It is set by " + place + ".", unusable);
    }
  }

  private static void refuse(Settings given, String name, String why) {
    if (given.get(name).isPresent()) {
      throw new SetUpFailed("--matrix %s: leave out --%s.".formatted(why, name));
    }
  }

  private static String folder(Settings given, String stamp, DriverVersion version) {
    return given
            .get("report")
            .orElse("keycheck-reports/" + given.get("suite").orElse("vault") + "-matrix-" + stamp)
        + "/driver-"
        + version;
  }

  /** What each run is told, in the order of the runs. */
  List<RunSettings> settings() {
    return List.copyOf(settings.values());
  }

  /**
   * Runs all, one after the other, and says at the end what came out of them: a run that breaks
   * keeps no other from being tried, and what was not begun when the user interrupted is told.
   *
   * @param once runs the suite once, to its report
   * @param interrupted whether the user has interrupted
   * @return the exit code of the run that went worst
   */
  int run(
      Function<RunSettings, RunReport> once,
      BooleanSupplier interrupted,
      Console console,
      RunOutput shown) {
    List<Column> columns = new ArrayList<>();
    settings.forEach(
        (version, told) -> {
          if (interrupted.getAsBoolean()) {
            columns.add(Column.broken(version.toString(), "It was interrupted before it began."));
          } else {
            console.progress(
                "driver %s, %d of %d".formatted(version, columns.size() + 1, settings.size()));
            columns.add(run(version.toString(), told, once, console));
          }
        });
    DriverMatrix all = new DriverMatrix(settings().get(0).suite().id(), columns);
    shown.matrix(all);
    return all.exitCode();
  }

  private static Column run(
      String version, RunSettings told, Function<RunSettings, RunReport> once, Console console) {
    try {
      return Column.of(version, once.apply(told), told.report());
    } catch (SetUpFailed | ClusterBroke | Unusable broken) {
      console.progress("driver " + version + ": " + broken.getMessage());
      return Column.broken(version, broken.getMessage());
    }
  }
}
