package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.html.Html;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Shows by which check {@code keycheck diagnose} named what was wrong in a case: a row for each
 * case, a column for each check that any of them needed. Of faults that were injected it also shows
 * which check had to name them; where all did, the marks lie on the diagonal. Where there is no
 * room for so many columns, and on paper, {@link FaultList} takes its place.
 */
final class FaultMatrix {
  private FaultMatrix() {}

  static String of(RunReport report) {
    List<CaseResult> rows =
        report.results().stream()
            .filter(result -> !columns(result.seen()).isEmpty())
            .sorted(Comparator.comparing(result -> columns(result.seen()).first()))
            .toList();
    if (rows.isEmpty()) {
      return "";
    }
    TreeSet<String> checks = new TreeSet<>();
    rows.forEach(result -> checks.addAll(columns(result.seen())));
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"summary\" aria-labelledby=\"faults\">\n");
    html.append("<h2 id=\"faults\">Faults and the checks that name them</h2>\n");
    html.append("<p class=\"aside\">%s</p>\n".formatted(meaning(report)));
    html.append(FaultList.of(rows));
    html.append(
        "<div class=\"wide matrix-of-faults\" tabindex=\"0\" role=\"group\" aria-label=\"Cases and checks\">\n");
    html.append(
        "<table class=\"faults\">\n<thead><tr><th scope=\"col\">%s</th>"
            .formatted(Recognition.of(report).isPresent() ? "Fault" : "Case"));
    checks.forEach(
        check -> html.append("<th scope=\"col\"><span>%s</span></th>".formatted(escaped(check))));
    html.append("</tr></thead>\n<tbody>\n");
    for (CaseResult result : rows) {
      html.append(
          "<tr><th scope=\"row\">%s <span class=\"more\">%s</span></th>"
              .formatted(
                  Words.link(result.info(), escaped(result.info().promise())),
                  FaultList.aside(result)));
      checks.forEach(check -> html.append(cell(result, check)));
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>\n</div>\n</section>\n").toString();
  }

  private static String meaning(RunReport report) {
    Optional<Recognition> recognition = Recognition.of(report);
    return recognition.isEmpty()
        ? "What <b>keycheck diagnose</b> said of the environment of each case that did not pass,"
            + " while it was still there. Of a case without a row it had nothing to say, as where"
            + " a file holds other bytes."
        : "What <b>keycheck diagnose</b> said of each fault while it was there, under the read-only"
            + " roles that the kit ships. A dot: the check that had to name it did. An empty"
            + " circle: it did not. A cross: another check did. A question mark: it could not be"
            + " judged. "
            + escaped(recognition.get().sentence())
            + "."
            + mended(report);
  }

  private static String mended(RunReport report) {
    long printed =
        report.results().stream().filter(result -> result.seen().mendedAsPrinted()).count();
    return printed == 0
        ? ""
        : " %d were mended by the commands that it printed, run as they were; the others by putting back what was there."
            .formatted(printed);
  }

  /** The checks that a row has a mark for. */
  private static TreeSet<String> columns(Observations seen) {
    TreeSet<String> columns = new TreeSet<>(seen.expected());
    columns.addAll(seen.checks());
    return columns;
  }

  private static String cell(CaseResult result, String check) {
    Observations seen = result.seen();
    boolean named = seen.checks().contains(check);
    boolean expected = seen.expected().contains(check);
    if (seen.expected().isEmpty()) {
      return named ? marked("named", "named", "named") : "<td></td>";
    }
    if (named) {
      return expected
          ? marked("right", "named", "named")
          : marked("wrong", "error", "named wrongly");
    }
    if (!expected) {
      return "<td></td>";
    }
    return Recognition.isJudged(result)
        ? marked("missed", "unused", "not named")
        : marked("unjudged", "unknown", "not judged");
  }

  private static String marked(String tone, String mark, String words) {
    return "<td class=\"%s\">%s<span class=\"unseen\">%s</span></td>"
        .formatted(tone, Html.mark(mark), words);
  }
}
