package io.keycheck.reports.publish;

import io.keycheck.reports.Meaning;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Verdict;
import io.keycheck.reports.html.Html;
import java.util.Locale;

/**
 * Draws the verdict as a badge of the kind that README files show: an SVG of its own, without a
 * font. Stand-ins are named in its title, and that there were some in its text.
 */
public final class Badge {
  private static final String SUBJECT = "keycheck";

  private Badge() {}

  /** Returns the picture, as a file of its own. */
  public static String of(RunReport report) {
    String left = SUBJECT + " " + report.suite();
    String right =
        words(report) + (report.fingerprint().standIns().isEmpty() ? "" : " (stand-ins)");
    int leftWidth = width(left);
    int rightWidth = width(right);
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s">
          <title>%2$s</title>
          <clipPath id="round"><rect width="%1$d" height="20" rx="3"/></clipPath>
          <g clip-path="url(#round)">
            <rect width="%3$d" height="20" fill="#3d444d"/>
            <rect x="%3$d" width="%4$d" height="20" fill="%5$s"/>
          </g>
          <g fill="#fff" font-family="Verdana, 'DejaVu Sans', sans-serif" font-size="11" text-anchor="middle">
            <text x="%6$.1f" y="14" textLength="%7$d">%8$s</text>
            <text x="%9$.1f" y="14" textLength="%10$d">%11$s</text>
          </g>
        </svg>
        """,
        leftWidth + rightWidth,
        Html.escaped(SUBJECT + " " + report.suite() + ": " + Meaning.title(report)),
        leftWidth,
        rightWidth,
        colour(report.verdict()),
        leftWidth / 2.0,
        leftWidth - 14,
        Html.escaped(left),
        leftWidth + rightWidth / 2.0,
        rightWidth - 14,
        Html.escaped(right));
  }

  /** A pass that certifies nothing must not pass for more. */
  private static String words(RunReport report) {
    return report.verdict() == Verdict.PASSED
        ? "passed: %d of %d".formatted(report.counts().passed(), report.counts().total())
        : report.verdict().words();
  }

  /** White text stands out from each of these by 4.5 : 1 at least. */
  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "#196b3d";
      case PASSED -> "#3a5a8c";
      case PARTIAL -> "#805000";
      case NOT_CONFORMANT, FAILED -> "#a8201a";
      case NONE, INCONCLUSIVE -> "#505878";
    };
  }

  private static int width(String text) {
    return 14 + (int) Math.round(text.length() * 6.6);
  }
}
