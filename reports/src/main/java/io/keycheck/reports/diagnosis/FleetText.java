package io.keycheck.reports.diagnosis;

import io.keycheck.reports.Fitted;
import io.keycheck.reports.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the diagnoses of several clusters as one table for people: a line for each namespace with
 * environments, and one for each cluster that was not read, with the reason beneath the table.
 */
public final class FleetText implements FleetWriter {
  private static final List<String> TITLES =
      List.of("CONTEXT", "NAMESPACE", "ENVIRONMENTS", "ERRORS", "WARNINGS", "UNKNOWN", "WORST");

  private static final int FIRST_NUMBER = 2;
  private static final int LAST_NUMBER = 5;
  private static final String BETWEEN = "  ";

  private final Writer out;
  private final TextStyle style;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notRead = new ArrayList<>();
  private final Tally tally = new Tally();
  private int read;

  /** Makes a writer to the stream. */
  public FleetText(OutputStream out, TextStyle style) {
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(
                out, style.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8));
    this.style = style;
    rows.add(TITLES);
  }

  @Override
  public void cluster(ClusterDiagnosis cluster) {
    String context = Visible.inline(cluster.context());
    if (cluster.diagnosis().isEmpty()) {
      rows.add(List.of(context, "-", "-", "-", "-", "-", "not read"));
      notRead.add(context + ": " + cluster.notRead());
      return;
    }
    read++;
    List<FleetRow> found = FleetRow.of(cluster.diagnosis().get());
    if (found.isEmpty()) {
      rows.add(List.of(context, "-", "0", "0", "0", "0", ""));
    }
    for (FleetRow row : found) {
      rows.add(
          List.of(
              context,
              Visible.inline(row.namespace()),
              Integer.toString(row.tally().all()),
              number(row, DiagnosisVerdict.ERROR),
              number(row, DiagnosisVerdict.WARNING),
              number(row, DiagnosisVerdict.UNKNOWN),
              Visible.inline(row.worst())));
    }
    cluster.diagnosis().get().environments().forEach(each -> tally.add(each.verdict()));
  }

  @Override
  public void end() throws IOException {
    int[] widths =
        IntStream.range(0, TITLES.size())
            .map(i -> rows.stream().mapToInt(row -> Fitted.width(row.get(i))).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      line(padded(row, widths));
    }
    if (!notRead.isEmpty()) {
      line("");
    }
    for (String each : notRead) {
      List<String> lines = Fitted.wrapped(each, style.width(), style.width() - BETWEEN.length());
      line(lines.get(0));
      for (String more : lines.subList(1, lines.size())) {
        line(BETWEEN + more);
      }
    }
    line("");
    line(
        "%d of %d clusters read, %s"
            .formatted(
                read,
                read + notRead.size(),
                tally.all() == 0 ? "no environment was found" : tally.toString()));
    if (tally.of(DiagnosisVerdict.ERROR) + tally.of(DiagnosisVerdict.WARNING) > 0) {
      line("What was seen, and what to do: keycheck diagnose --context CONTEXT -n NAMESPACE");
    }
    out.flush();
  }

  private static String number(FleetRow row, DiagnosisVerdict verdict) {
    return Integer.toString(row.tally().of(verdict));
  }

  private static String padded(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String blanks = " ".repeat(widths[i] - Fitted.width(row.get(i)));
      boolean right = i >= FIRST_NUMBER && i <= LAST_NUMBER;
      line.append(i == 0 ? "" : BETWEEN).append(right ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString();
  }

  private void line(String line) throws IOException {
    out.write(line.stripTrailing());
    out.write('\n');
  }
}
