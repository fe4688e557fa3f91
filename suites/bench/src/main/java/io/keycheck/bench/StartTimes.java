package io.keycheck.bench;

import java.util.ArrayList;
import java.util.List;

/** How long the command line takes until it has said what it was asked. */
final class StartTimes implements Section.Measuring {
  private static final String RECORDING =
      "suites/diagnose/src/test/resources/io/keycheck/diagnose/recordings/class-not-annotated.json";

  @Override
  public List<Figure> measure(Checkout checkout) {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(checkout, 400, 0, "scripts/keycheck", "--help"));
    figures.add(figure(checkout, 800, 1, "scripts/keycheck", "diagnose", "--from", RECORDING));
    figures.add(
        figure(
            checkout, 2_000, 0, "scripts/keycheck", "certify", "--check-only", "--suite", "vault"));
    figures.add(figure(checkout, 400, 0, "scripts/keycheck", "list", "cases"));
    return figures;
  }

  private static Figure figure(Checkout checkout, long goal, int wanted, String... command) {
    String whole = String.join(" ", command);
    return Figure.times(
            Section.START.id(),
            "`" + whole.replace("scripts/", "").replace(RECORDING, "one recording") + "`",
            checkout.often(wanted, command).stream().map(Ran::millis).toList(),
            whole)
        .aimingAt(goal);
  }
}
