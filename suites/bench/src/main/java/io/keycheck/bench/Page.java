package io.keycheck.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page to read. */
final class Page {
  private Page() {}

  static String of(Figures figures) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # How long things take

        Written by `scripts/bench --page` from [figures.json](figures.json); not to be edited. A floor is what the parts allow, measured bare in the same
        run. Of several runs the median counts. A goal that was missed says so.
        """);
    for (Section section : Section.values()) {
      List<Figure> measured = figures.of(section.id());
      if (!measured.isEmpty()) {
        section(page, section, measured, figures.measuredOn().getOrDefault(section.id(), Map.of()));
      }
    }
    return page.toString();
  }

  private static void section(
      StringBuilder page, Section section, List<Figure> measured, Map<String, String> on) {
    page.append("\n## ").append(section.title()).append("\n\n").append(section.about());
    page.append("\n\n| | median | least – most | runs | floor | ÷ floor | goal |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (Figure figure : measured) {
      page.append(row(figure));
    }
    page.append("\n");
    measured.stream()
        .map(Figure::command)
        .distinct()
        .forEach(command -> page.append("    ").append(command).append("\n"));
    page.append("\nMeasured on ");
    page.append(
        String.join(
            ", ", on.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList()));
    page.append(".\n");
  }

  private static String row(Figure figure) {
    List<Long> sorted = figure.values().stream().sorted().toList();
    return "| %s | %s | %s | %d | %s | %s | %s |%n"
        .formatted(
            figure.name(),
            shown(figure, figure.median()),
            sorted.size() == 1
                ? ""
                : shown(figure, sorted.get(0))
                    + " – "
                    + shown(figure, sorted.get(sorted.size() - 1)),
            sorted.size(),
            figure.floor().map(floor -> shown(figure, floor)).orElse(""),
            figure.overFloor().map(Page::ratio).orElse(""),
            figure.goal().map(goal -> goal(figure, goal)).orElse(""));
  }

  private static String goal(Figure figure, long goal) {
    return shown(figure, goal) + (figure.median() > goal ? ", **missed**" : "");
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String shown(Figure figure, long value) {
    if (!figure.unit().equals("ms")) {
      return figure.unit().equals("count") ? Long.toString(value) : value + " " + figure.unit();
    }
    return value < 10_000 ? value + " ms" : String.format(Locale.ROOT, "%.1f s", value / 1000.0);
  }
}
