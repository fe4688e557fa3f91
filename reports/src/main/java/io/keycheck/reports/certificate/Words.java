package io.keycheck.reports.certificate;

import static io.keycheck.reports.html.Html.escaped;

import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.html.Html;

/** The words and marks of outcomes, the same in every part of the page. */
final class Words {
  private Words() {}

  static String mark(Outcome outcome) {
    return Html.mark(
        switch (outcome) {
          case PASSED -> "ok";
          case FAILED -> "error";
          case WAIVED -> "warning";
          case SKIPPED -> "unused";
          case INCONCLUSIVE -> "unknown";
        });
  }

  /** Returns the class by which a verdict has its colour. */
  static String tone(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "passed";
      case PASSED -> "tried";
      case PARTIAL -> "waived";
      case NOT_CONFORMANT, FAILED -> "failed";
      case NONE, INCONCLUSIVE -> "inconclusive";
    };
  }

  static String mark(Verdict verdict) {
    return Html.mark(
        switch (verdict) {
          case CONFORMANT -> "ok";
          case PASSED -> "tried";
          case PARTIAL -> "warning";
          case NOT_CONFORMANT, FAILED -> "error";
          case NONE, INCONCLUSIVE -> "unknown";
        });
  }

  /** Returns the outcome's word, or that the case was not chosen. */
  static String outcome(CaseResult result) {
    return result.leftOut() ? "not chosen" : result.outcome().word();
  }

  /** Returns the name by which a link finds a case. */
  static String anchor(CaseInfo info) {
    return "case-" + info.store() + "--" + info.id();
  }

  static String link(CaseInfo info, String html) {
    return "<a href=\"#%s\">%s</a>".formatted(anchor(info), html);
  }

  /** Returns a name and its value, as an element of a list of definitions. */
  static String fact(String name, String value) {
    return "<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(escaped(name), escaped(value));
  }
}
