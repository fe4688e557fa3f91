package io.keycheck.diagnose.mounts;

import io.keycheck.reports.diagnosis.Shell;

/** Lines for a shell that show or change the class of a volume. */
public final class ClassLines {
  private ClassLines() {}

  /** Returns the line that shows a parameter. */
  public static String show(MountFailure failure, String parameter) {
    return kubectl(failure, "get") + " -o jsonpath='{.spec.parameters." + parameter + "}'";
  }

  /** Returns the line that sets a parameter. */
  public static String set(MountFailure failure, String parameter, String value) {
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return kubectl(failure, "patch")
        + " --type merge -p "
        + Shell.quote("{\"spec\":{\"parameters\":{\"%s\":\"%s\"}}}".formatted(parameter, json));
  }

  /** Returns the line that opens the class in an editor. */
  public static String edit(MountFailure failure) {
    return kubectl(failure, "edit");
  }

  private static String kubectl(MountFailure failure, String verb) {
    return "kubectl -n %s %s secretproviderclass %s"
        .formatted(
            Shell.quote(OneLine.of(failure.pod().meta().namespace())),
            verb,
            Shell.quote(OneLine.of(failure.className())));
  }
}
