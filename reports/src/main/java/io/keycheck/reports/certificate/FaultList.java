package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Recognition;
import io.keycheck.reports.html.Html;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says of each fault which checks named it, and which that had to did not: the same as {@link
 * FaultMatrix}, for whoever has a narrow screen or paper. What is wrong comes first.
 */
final class FaultList {
  private FaultList() {}

  static String of(List<CaseResult> rows) {
    boolean judged = rows.stream().anyMatch(result -> !result.seen().expected().isEmpty());
    StringBuilder html = new StringBuilder();
    html.append("<table class=\"fault-list\">\n<thead><tr>");
    html.append("<th scope=\"col\">%s</th>".formatted(judged ? "Fault" : "Case"));
    html.append("<th scope=\"col\">Named</th>");
    html.append(judged ? "<th scope=\"col\">Not named</th>" : "");
    html.append("</tr></thead>\n<tbody>\n");
    rows.stream()
        .sorted(Comparator.comparing(FaultList::rank))
        .forEach(result -> row(html, result, judged));
    return html.append("</tbody>\n</table>\n").toString();
  }

  /** Wrong ones, then those that nobody could judge, then the others. */
  private static int rank(CaseResult result) {
    List<String> expected = result.seen().expected();
    if (expected.isEmpty()) {
      return 2;
    }
    if (!Recognition.isJudged(result)) {
      return 1;
    }
    return expected.equals(result.seen().checks()) ? 2 : 0;
  }

  private static void row(StringBuilder html, CaseResult result, boolean judged) {
    List<String> expected = result.seen().expected();
    html.append(
        "<tr><th scope=\"row\">%s <span class=\"more\">%s</span></th>"
            .formatted(Words.link(result.info(), escaped(result.info().promise())), aside(result)));
    html.append("<td data-head=\"named\">%s</td>".formatted(named(result, judged)));
    if (judged) {
      String missed =
          expected.stream()
              .filter(check -> !result.seen().checks().contains(check))
              .map(
                  check ->
                      Recognition.isJudged(result)
                          ? marked("missed", "unused", check, "")
                          : marked("unjudged", "unknown", check, "not judged"))
              .collect(Collectors.joining());
      html.append("<td data-head=\"not named\">%s</td>".formatted(missed));
    }
    html.append("</tr>\n");
  }

  /** What stands beside the name of a fault. */
  static String aside(CaseResult result) {
    return escaped(
        result.info().store()
            + (result.seen().mendedAsPrinted() ? ", mended by the printed remedy" : ""));
  }

  private static String named(CaseResult result, boolean judged) {
    return result.seen().checks().stream()
        .map(
            check ->
                !judged || result.seen().expected().isEmpty()
                    ? marked("named", "named", check, "")
                    : result.seen().expected().contains(check)
                        ? marked("right", "named", check, "")
                        : marked("wrong", "error", check, "wrongly"))
        .collect(Collectors.joining());
  }

  private static String marked(String tone, String mark, String check, String words) {
    return "<span class=\"%s\">%s%s%s</span>"
        .formatted(
            tone, Html.mark(mark), escaped(check), words.isEmpty() ? "" : " (" + words + ")");
  }
}
