package io.keycheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long diagnose takes, and how much memory it holds, for clusters of many environments. */
final class Scale implements Section.Measuring {
  private static final String FOLDER = "suites/diagnose/src/test/java/io/keycheck/diagnose/bench/";
  private static final long MOST_HELD = 2_048;

  /** What is enough for 100,000 environments, and is given to fewer too. */
  private static final String HEAP = "-Xmx192m";

  private final List<Figure> figures = new ArrayList<>();

  @Override
  public List<Figure> measure(Checkout checkout) {
    String classes = checkout.scratch().resolve("classes").toString();
    checkout
        .run(
            "javac",
            "-d",
            classes,
            "-cp",
            "suites/cli/target/lib/*",
            FOLDER + "ManyEnvironments.java",
            FOLDER + "Held.java")
        .ended(0);
    for (int environments : new int[] {1_000, 10_000, 100_000}) {
      through(checkout, environments);
      held(checkout, classes, environments);
    }
    live(checkout);
    return figures;
  }

  private void through(Checkout checkout, int environments) {
    String command =
        "java %sManyEnvironments.java /dev/stdout %d %d | JAVA_TOOL_OPTIONS=%s scripts/keycheck diagnose --from - --output json"
            .formatted(FOLDER, environments, environments * 3, HEAP);
    Ran ran =
        checkout
            .run(Map.of(), Optional.empty(), List.of("bash", "-c", command + " | tail -c 300"))
            .ended(0);
    String name = "%,d environments".formatted(environments);
    add(name, ran.millis(), "ms", command);
    if (ran.peakMegabytes() > 0) {
      add(name + ", peak", ran.peakMegabytes(), "MB", command);
    }
  }

  /** The collector is to leave no dead objects among those that live. */
  private void held(Checkout checkout, String classes, int environments) {
    String command =
        "java -cp %s io.keycheck.diagnose.bench.ManyEnvironments /dev/stdout %d %d | java -XX:+UseSerialGC -XX:MarkSweepAlwaysCompactCount=1 %s -cp '%s:suites/cli/target/lib/*' io.keycheck.diagnose.bench.Held"
            .formatted(classes, environments, environments * 3, HEAP, classes);
    Ran ran = checkout.run(Map.of(), Optional.empty(), List.of("bash", "-c", command)).ended(0);
    figures.add(
        Figure.times(
                Section.SCALE.id(),
                "%,d environments, held of each".formatted(environments),
                List.of(Long.parseLong(ran.out().strip()) / environments),
                "scripts/bench scale")
            .in("B")
            .aimingAt(MOST_HELD));
  }

  private void live(Checkout checkout) {
    Lab lab = Lab.keep(checkout);
    try {
      lab.script("live.sh")
          .forEach(
              (name, values) ->
                  figures.add(
                      Figure.times(Section.SCALE.id(), name, values, "scripts/bench scale")
                          .in(unit(name))));
    } finally {
      lab.remove();
    }
  }

  private static String unit(String name) {
    if (name.endsWith(", requests")) {
      return "count";
    }
    return name.endsWith(", peak") ? "MB" : "ms";
  }

  private void add(String name, long value, String unit, String command) {
    figures.add(Figure.times(Section.SCALE.id(), name, List.of(value), command).in(unit));
  }
}
