package io.keycheck.cli;

import io.keycheck.reports.diagnosis.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the terminal can show, as far as the environment tells. */
final class Terminal {
  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  /** Returns how text is shown on standard output. */
  static TextStyle style() {
    return style(System.getenv(), Main.colour());
  }

  static TextStyle style(Map<String, String> environment, boolean colour) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    boolean utf8 = locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    return new TextStyle(width, colour, !utf8);
  }
}
