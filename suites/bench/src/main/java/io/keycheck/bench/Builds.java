package io.keycheck.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a checkout that is built takes to be verified again, and its images to be found done.
 */
final class Builds implements Section.Measuring {
  @Override
  public List<Figure> measure(Checkout checkout) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        figure("`mvn verify` without the live tests", checkout, "mvn", "-B", "-q", "-o", "verify")
            .aimingAt(60_000));
    figures.add(figure("images that are there", checkout, "fixtures/images/build").aimingAt(2_000));
    return figures;
  }

  private static Figure figure(String name, Checkout checkout, String... command) {
    return Figure.times(
        Section.BUILD.id(),
        name,
        checkout.often(0, command).stream().map(Ran::millis).toList(),
        String.join(" ", command));
  }
}
