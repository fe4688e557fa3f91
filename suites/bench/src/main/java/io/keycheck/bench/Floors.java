package io.keycheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the parts take by themselves, and what the kit takes for the same. */
final class Floors implements Section.Measuring {
  private static final String SHELL = "scripts/bench floors";
  private static final String MOUNT = "mount-is-in-memory";
  private static final String ROTATIONS = "ten-rotations-reach-the-file";

  private final List<Figure> figures = new ArrayList<>();

  @Override
  public List<Figure> measure(Checkout checkout) {
    Lab lab = Lab.keep(checkout);
    try {
      Map<String, List<Long>> bare = lab.script("floors.sh");
      long cluster = bare("a cluster: the node is ready", bare, "cluster");
      long driver = bare("the driver's pod, restarted", bare, "driver");
      bare("a pod that runs", bare, "pod");
      long mount = bare("a pod that runs with a mount", bare, "mount");
      long rotation = bare("a rotation: value sent until the file has it", bare, "rotation");
      bare("one list of pods", bare, "list");
      bare("all kinds of one namespace", bare, "namespace");

      List<Long> mounts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        mounts.add(Lab.oneCase(checkout, MOUNT, "mount-" + i).longest());
      }
      figures.add(kit("a case with one mount, its checks included", mounts, MOUNT).over(mount));
      RunTimes rotations = Lab.oneCase(checkout, ROTATIONS, "rotations");
      figures.add(
          kit("a rotation, until the kit has seen it", measured(rotations), ROTATIONS)
              .over(rotation));
      lab.remove();
      List<Long> fromNothing = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        fromNothing.add(Lab.oneCase(checkout, MOUNT, "fresh-" + i).setUp());
      }
      figures.add(
          kit("cluster, Vault, driver and provider, ready for the first case", fromNothing, MOUNT)
              .over(cluster + driver));
      return figures;
    } finally {
      lab.remove();
    }
  }

  private long bare(String name, Map<String, List<Long>> measured, String key) {
    if (!measured.containsKey(key)) {
      throw new Unmeasured("The script did not say how long it takes: " + name + ".");
    }
    Figure figure = Figure.times(Section.FLOORS.id(), "bare: " + name, measured.get(key), SHELL);
    figures.add(figure);
    return figure.median();
  }

  private static Figure kit(String name, List<Long> millis, String id) {
    return Figure.times(
        Section.FLOORS.id(),
        "kit: " + name,
        millis,
        "scripts/keycheck certify --suite vault --case " + id);
  }

  private static List<Long> measured(RunTimes report) {
    return report.results().stream()
        .flatMap(
            result -> StreamSupport.stream(result.tree().path("measurements").spliterator(), false))
        .map(node -> node.path("ms").asLong())
        .toList();
  }
}
