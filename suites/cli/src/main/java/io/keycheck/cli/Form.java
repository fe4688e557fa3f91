package io.keycheck.cli;

import io.keycheck.reports.diagnosis.DiagnosisHtml;
import io.keycheck.reports.diagnosis.DiagnosisJUnit;
import io.keycheck.reports.diagnosis.DiagnosisJson;
import io.keycheck.reports.diagnosis.DiagnosisText;
import io.keycheck.reports.diagnosis.DiagnosisWriter;
import io.keycheck.reports.diagnosis.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a diagnosis is written. */
enum Form {
  TEXT,
  JSON,
  JUNIT,
  HTML;

  /** Returns the form of this name. */
  static Optional<Form> of(String name) {
    return Arrays.stream(values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Returns a writer of this form; the style matters to text alone. */
  DiagnosisWriter writer(OutputStream out, TextStyle style) throws IOException {
    return switch (this) {
      case TEXT -> new DiagnosisText(out, style);
      case JSON -> new DiagnosisJson(out);
      case JUNIT -> new DiagnosisJUnit(out);
      case HTML -> new DiagnosisHtml(out);
    };
  }
}
