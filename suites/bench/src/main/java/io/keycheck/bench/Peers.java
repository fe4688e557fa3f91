package io.keycheck.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios that the driver's own test has, as it runs them and as the kit does. */
final class Peers implements Section.Measuring {
  /** The kit's cases that together see what the scenarios see, and more. */
  private static final List<String> CASES =
      List.of(
          "mounted-files-hold-exactly-the-stored-bytes",
          "rotated-value-reaches-the-file",
          "synced-secret-comes-and-goes",
          "all-replicas-see-the-same",
          "another-namespace-is-refused",
          "neighbours-cannot-read-each-other");

  @Override
  public List<Figure> measure(Checkout checkout) {
    Lab lab = Lab.keep(checkout);
    try {
      List<Figure> figures = new ArrayList<>();
      Map<String, List<Long>> scenarios = lab.script("peers.sh");
      scenarios.forEach(
          (name, times) ->
              figures.add(Figure.times(Section.PEERS.id(), name, times, "scripts/bench peers")));
      long sum = scenarios.values().stream().flatMap(List::stream).mapToLong(time -> time).sum();
      figures.add(
          Figure.times(
              Section.PEERS.id(),
              "all %d, one after the other".formatted(scenarios.size()),
              List.of(sum),
              "scripts/bench peers"));
      figures.add(kit(checkout));
      return figures;
    } finally {
      lab.remove();
    }
  }

  private static Figure kit(Checkout checkout) {
    Path report = checkout.scratch().resolve("peers");
    List<String> command =
        new ArrayList<>(List.of("scripts/keycheck", "certify", "--suite", "vault"));
    CASES.forEach(id -> command.addAll(List.of("--case", id)));
    String shown = String.join(" ", command);
    command.addAll(List.of("--report", report.toString()));
    Ran ran = checkout.run(Map.of(), Optional.empty(), command).ended(0);
    return Figure.times(
        Section.PEERS.id(),
        "kit: %d cases that see the same, from command to verdict".formatted(CASES.size()),
        List.of(ran.millis()),
        shown);
  }
}
