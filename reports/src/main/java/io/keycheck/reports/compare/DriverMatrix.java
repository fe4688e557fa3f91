package io.keycheck.reports.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Component;
import io.keycheck.reports.Counts;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Lays runs of one suite side by side that each had another version of the driver: the cases that
 * did not end alike, and what each run came to.
 *
 * @param suite what was run
 * @param columns the runs, in their order
 */
public record DriverMatrix(String suite, List<Column> columns) {
  /** What a fingerprint calls the driver. */
  private static final String DRIVER = "csi-driver";

  /** What a run ends with that could not be begun or brought to its end. */
  private static final int BROKEN = 2;

  /** The exit codes, the worst first: what failed weighs more than what nobody could tell. */
  private static final List<Integer> WORST_FIRST = List.of(1, BROKEN, 3, 0);

  private static final String NOTHING = "-";

  /** Copies what it is given. */
  public DriverMatrix {
    columns = List.copyOf(columns);
  }

  /**
   * One run.
   *
   * @param version what was asked for
   * @param report what came out, where the run came to its end
   * @param folder where that is
   * @param trouble why there is no report, in a sentence
   */
  public record Column(
      String version, Optional<RunReport> report, Optional<Path> folder, Optional<String> trouble) {
    /** A run that came to its end. */
    public static Column of(String version, RunReport report, Path folder) {
      return new Column(version, Optional.of(report), Optional.of(folder), Optional.empty());
    }

    /** A run that did not. */
    public static Column broken(String version, String trouble) {
      return new Column(version, Optional.empty(), Optional.empty(), Optional.of(trouble));
    }

    private int exitCode() {
      return trouble.isPresent() ? BROKEN : report.map(RunReport::exitCode).orElse(BROKEN);
    }

    private String verdict() {
      return report.map(RunReport::headline).orElse("broken");
    }

    private String of(Function<RunReport, String> what) {
      return report.map(what).orElse(NOTHING);
    }

    /** The version that the driver itself gave. */
    private String found() {
      return of(
          seen ->
              seen.fingerprint().components().stream()
                  .filter(component -> component.role().equals(DRIVER))
                  .findFirst()
                  .map(Component::version)
                  .orElse("unknown"));
    }

    private Map<String, CaseResult> byKey() {
      Map<String, CaseResult> byKey = new TreeMap<>();
      report.ifPresent(
          seen -> seen.results().forEach(result -> byKey.put(result.info().key(), result)));
      return byKey;
    }
  }

  /** Returns the exit code of the run that went worst: 1, then 2, then 3, then 0. */
  public int exitCode() {
    return WORST_FIRST.stream()
        .filter(code -> columns.stream().anyMatch(column -> column.exitCode() == code))
        .findFirst()
        .orElse(0);
  }

  /**
   * Returns how each case ended that did not end alike in all runs that came to an end, in the
   * order of the columns, by case and store.
   */
  public Map<String, List<String>> differences() {
    List<Map<String, CaseResult>> all = columns.stream().map(Column::byKey).toList();
    Map<String, List<String>> differences = new TreeMap<>();
    for (String key : keys()) {
      List<String> endings =
          all.stream()
              .map(results -> Optional.ofNullable(results.get(key)))
              .map(result -> result.map(DriverMatrix::ending).orElse(NOTHING))
              .toList();
      HashSet<String> kinds = new HashSet<>(endings);
      kinds.remove(NOTHING);
      if (kinds.size() > 1) {
        differences.put(key, endings);
      }
    }
    return differences;
  }

  private List<String> keys() {
    return columns.stream()
        .flatMap(column -> column.byKey().values().stream())
        .filter(result -> !result.leftOut())
        .map(result -> result.info().key())
        .distinct()
        .sorted()
        .toList();
  }

  private static String ending(CaseResult result) {
    String word = result.outcome().word();
    return result.outcome() == Outcome.PASSED
        ? word
        : result.reason().map(Reason::code).map(code -> word + " (" + code + ")").orElse(word);
  }

  /** Returns the table for people; each line ends with a newline. */
  public String toText() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", column -> "driver " + column.version()));
    Map<String, List<String>> differences = differences();
    differences.forEach(
        (key, endings) -> {
          List<String> cells = new ArrayList<>(List.of(key));
          cells.addAll(endings);
          rows.add(cells);
        });
    rows.add(row("found", Column::found));
    counts().forEach((name, count) -> rows.add(row(name, column -> column.of(count))));
    rows.add(row("took", column -> column.of(seen -> Spoken.time(seen.duration()))));
    rows.add(row("verdict", Column::verdict));
    rows.add(row("exit code", column -> Integer.toString(column.exitCode())));
    StringBuilder text = new StringBuilder();
    rows.forEach(cells -> text.append(line(cells, rows)));
    long ended = columns.stream().filter(column -> column.report().isPresent()).count();
    text.append(
        ended < 2
            ? "No two runs came to an end, so nothing can be compared.\n"
            : "Of %s %d ended otherwise from run to run.\n"
                .formatted(Spoken.count(keys().size(), "case"), differences.size()));
    for (Column column : columns) {
      column
          .trouble()
          .ifPresent(why -> text.append("driver %s: %s\n".formatted(column.version(), why)));
    }
    return text.toString();
  }

  private List<String> row(String name, Function<Column, String> cell) {
    List<String> cells = new ArrayList<>(List.of(name));
    columns.forEach(column -> cells.add(cell.apply(column)));
    return cells;
  }

  private static String line(List<String> cells, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      int at = i;
      int width = rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
      line.append(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  ", cells.get(i)));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private Map<String, Function<RunReport, String>> counts() {
    Map<String, Function<RunReport, String>> counts = new LinkedHashMap<>();
    counts.put("passed", count(Counts::passed));
    counts.put("failed", count(Counts::failed));
    if (columns.stream().anyMatch(c -> c.report().filter(r -> waived(r) > 0).isPresent())) {
      counts.put("waived", count(Counts::waived));
    }
    counts.put("skipped", report -> Integer.toString(report.counts().skipped() - report.leftOut()));
    counts.put("inconclusive", count(Counts::inconclusive));
    return counts;
  }

  private static int waived(RunReport report) {
    return report.counts().waived();
  }

  private static Function<RunReport, String> count(Function<Counts, Integer> which) {
    return report -> Integer.toString(which.apply(report.counts()));
  }

  /** Returns the same for machines: one object on one line. */
  public String toJson() {
    ObjectNode whole =
        JsonNodeFactory.instance
            .objectNode()
            .put("event", "matrix")
            .put("suite", suite)
            .put("exitCode", exitCode());
    for (Column column : columns) {
      ObjectNode run =
          whole
              .withArray("runs")
              .addObject()
              .put("version", column.version())
              .put("exitCode", column.exitCode());
      column.trouble().ifPresent(why -> run.put("trouble", why));
      column.folder().ifPresent(folder -> run.put("report", folder.toString()));
      column
          .report()
          .ifPresent(
              report ->
                  run.put("found", column.found())
                      .put("runId", report.runId())
                      .put("verdict", report.verdict().word())
                      .put("durationMs", report.duration().toMillis())
                      .put("passed", report.counts().passed())
                      .put("failed", report.counts().failed())
                      .put("waived", report.counts().waived())
                      .put("skipped", report.counts().skipped() - report.leftOut())
                      .put("inconclusive", report.counts().inconclusive()));
    }
    ObjectNode differing = whole.putObject("differences");
    differences()
        .forEach(
            (key, endings) -> {
              ObjectNode row = differing.putObject(key);
              for (int i = 0; i < endings.size(); i++) {
                row.put(columns.get(i).version(), endings.get(i));
              }
            });
    return whole.toString();
  }
}
