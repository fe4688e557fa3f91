package io.keycheck.cli;

import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.SetUpFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What certify is told of the CSI driver's version in a cluster of the kit's own. */
final class DriverOptions {
  /** The setting that asks for several versions. */
  static final String MATRIX = "matrix";

  /** The setting that asks for one. */
  static final String ONE = "driver-version";

  @Option(
      names = "--" + ONE,
      paramLabel = "VERSION",
      description =
          "The version of the CSI driver that a cluster of the kit's own gets: 1.6.0, or 1.5.4,"
              + " which is built when it is first asked for (default: 1.6.0).")
  private String version;

  @Option(
      names = "--" + MATRIX,
      paramLabel = "VERSIONS",
      description =
          "Run the suite with each of these versions of the driver, one after the other, and end"
              + " with one table of what differs. Reports are in folders below --report, such as"
              + " DIR/driver-1.5.4; --timeout is for each run; the exit code is the worst: 1, 2,"
              + " 3, 0.")
  private String matrix;

  /** Adds what was given to the options of a run. */
  void putInto(Map<String, String> options) {
    Settings.put(options, ONE, version);
    Settings.put(options, MATRIX, matrix);
  }

  /** Reads versions with commas between them; throws {@link SetUpFailed} with one sentence. */
  static List<DriverVersion> versions(String text) {
    List<DriverVersion> versions = new ArrayList<>();
    for (String each : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
      DriverVersion version = DriverVersion.parse(each);
      if (versions.contains(version)) {
        throw new SetUpFailed(
            "--matrix names the driver %s twice: once is enough.".formatted(each));
      }
      versions.add(version);
    }
    if (versions.size() < 2) {
      throw new SetUpFailed(
          "--matrix lays two versions or more side by side: for one say --driver-version %s."
              .formatted(versions.get(0)));
    }
    return List.copyOf(versions);
  }
}
