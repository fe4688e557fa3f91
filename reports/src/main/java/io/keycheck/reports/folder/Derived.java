package io.keycheck.reports.folder;

import io.keycheck.reports.AllureResults;
import io.keycheck.reports.JUnitXml;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.certificate.CertificateHtml;
import io.keycheck.reports.publish.Badge;
import io.keycheck.reports.publish.MarkdownSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what follows from a report alone, so that who verifies can write it again and compare. */
public final class Derived {
  /** Name of the JUnit XML. */
  public static final String JUNIT = "junit.xml";

  /** Name of the folder with Allure results. */
  public static final String ALLURE = "allure-results";

  /** Name of the page for people. */
  public static final String CERTIFICATE = "certificate.html";

  /** Name of the summary in Markdown. */
  public static final String SUMMARY = "summary.md";

  /** Name of the badge. */
  public static final String BADGE = "badge.svg";

  private Derived() {}

  /** Writes the files into a folder. */
  static void write(Path folder, RunReport report) throws IOException {
    Files.write(folder.resolve(JUNIT), JUnitXml.write(report));
    AllureResults.write(Files.createDirectory(folder.resolve(ALLURE)), report);
    Files.write(folder.resolve(CERTIFICATE), CertificateHtml.write(report));
    Files.writeString(folder.resolve(SUMMARY), MarkdownSummary.of(report), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve(BADGE), Badge.of(report), StandardCharsets.UTF_8);
  }

  /** Returns whether a file follows from the report. */
  static boolean follows(String path) {
    return path.equals(JUNIT)
        || path.equals(CERTIFICATE)
        || path.equals(SUMMARY)
        || path.equals(BADGE)
        || path.startsWith(ALLURE + "/");
  }
}
