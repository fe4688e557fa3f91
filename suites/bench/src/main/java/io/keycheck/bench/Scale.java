package io.keycheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long diagnose takes, and how much memory it holds, for clusters of many environments. */
final class Scale implements Section.Measuring {
  private static final String GENERATOR =
      "suites/diagnose/src/test/java/io/keycheck/diagnose/bench/ManyEnvironments.java";

  @Override
  public List<Figure> measure(Checkout checkout) {
    List<Figure> figures = new ArrayList<>();
    for (int environments : new int[] {1_000, 10_000, 100_000}) {
      String command =
          "java %s /dev/stdout %d %d | scripts/keycheck diagnose --from - --output json"
              .formatted(GENERATOR, environments, environments * 3);
      Ran ran =
          checkout
              .run(Map.of(), Optional.empty(), List.of("bash", "-c", command + " | tail -c 300"))
              .ended(0);
      String name = "%,d environments".formatted(environments);
      figures.add(Figure.times(Section.SCALE.id(), name, List.of(ran.millis()), command));
      if (ran.peakMegabytes() > 0) {
        figures.add(
            Figure.times(Section.SCALE.id(), name + ", peak", List.of(ran.peakMegabytes()), command)
                .in("MB"));
      }
    }
    return figures;
  }
}
