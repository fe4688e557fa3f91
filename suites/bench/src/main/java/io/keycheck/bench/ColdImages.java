package io.keycheck.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the images take where nothing of them is there, downloads included. */
final class ColdImages implements Section.Measuring {
  private static final List<String> ALL = List.of("fixtures/images/build", "--force", "--all");

  @Override
  public List<Figure> measure(Checkout checkout) {
    checkout.run("scripts/keycheck", "clean").ended(0);
    Path nothing = checkout.scratch().resolve("cold");
    Map<String, String> cold =
        Map.of(
            "KEYCHECK_CACHE",
            nothing.resolve("keycheck").toString(),
            "GOCACHE",
            nothing.resolve("go-build").toString(),
            "GOMODCACHE",
            nothing.resolve("go-modules").toString());
    return List.of(
        built("all, from nothing", checkout, cold, "KEYCHECK_CACHE=… GOCACHE=… GOMODCACHE=… "),
        // Last, so that the engine's images and the cache's archives are of one build again.
        built("all, from programs that are there", checkout, Map.of(), ""));
  }

  private static Figure built(
      String name, Checkout checkout, Map<String, String> variables, String shown) {
    long millis = checkout.run(variables, Optional.empty(), ALL).ended(0).millis();
    return Figure.times(Section.IMAGES.id(), name, List.of(millis), shown + String.join(" ", ALL));
  }
}
