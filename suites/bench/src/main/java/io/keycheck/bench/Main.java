package io.keycheck.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures what is asked for, prints it, and writes it as JSON; arguments: the checkout, the file
 * of figures, {@code --page} to write the page beside it, {@code --times N}, and sections.
 */
public final class Main {
  private Main() {}

  /** Ends with 0, or with 1 where a section could not be measured, or with 2 for bad usage. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    Path root = Path.of(arguments.get(0));
    Path file = Path.of(arguments.get(1));
    boolean page = false;
    int times = 5;
    List<Section> sections = new ArrayList<>();
    for (int i = 2; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("--page")) {
        page = true;
      } else if (word.equals("--times") && i + 1 < arguments.size()) {
        String count = arguments.get(++i);
        if (!count.matches("[1-9]\\d?")) {
          err.printf("bench: '%s' is no number of times from 1 to 99.%n", count);
          return 2;
        }
        times = Integer.parseInt(count);
      } else if (Section.named(word).isPresent()) {
        sections.add(Section.named(word).get());
      } else {
        err.printf(
            "bench: there is no section '%s': take %s.%n",
            word, String.join(", ", Stream.of(Section.values()).map(Section::id).toList()));
        return 2;
      }
    }
    Path scratch = Files.createTempDirectory("keycheck-bench");
    try {
      return measure(
          new Checkout(root, scratch, times),
          sections.isEmpty()
              ? Stream.of(Section.values()).filter(Section::isUsual).toList()
              : sections,
          file,
          page,
          out,
          err);
    } finally {
      remove(scratch);
    }
  }

  private static int measure(
      Checkout checkout,
      List<Section> sections,
      Path file,
      boolean page,
      PrintStream out,
      PrintStream err)
      throws IOException {
    Figures figures = Figures.read(file);
    int code = 0;
    for (Section section : sections) {
      err.printf("bench: %s …%n", section.id());
      try {
        figures = figures.with(section.id(), checkout.facts(), section.measure(checkout));
        figures.write(file);
        if (page) {
          // At once: the build, which may be measured next, holds the page against its figures.
          Files.writeString(file.resolveSibling("BENCHMARKS.md"), Page.of(figures));
        }
      } catch (Unmeasured reason) {
        err.printf("bench: %s was not measured. %s%n", section.id(), reason.getMessage());
        code = 1;
      }
    }
    out.print(Page.of(figures));
    return code;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
