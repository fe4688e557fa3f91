package io.keycheck.bench;

import java.nio.file.Path;
import java.util.HashMap;
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
    Figure warm;
    Figure cold;
    try {
      cold =
          built(
              "all, from nothing",
              checkout,
              Map.of(
                  "KEYCHECK_CACHE",
                  nothing.resolve("keycheck").toString(),
                  "GOCACHE",
                  nothing.resolve("go-build").toString(),
                  "GOMODCACHE",
                  nothing.resolve("go-modules").toString()),
              "KEYCHECK_CACHE=… GOCACHE=… GOMODCACHE=… ");
    } finally {
      // Whatever came of it: the engine's images and the cache's archives are of one build again.
      warm = built("all, from programs that are there", checkout, Map.of(), "");
    }
    return List.of(cold, warm);
  }

  private static Figure built(
      String name, Checkout checkout, Map<String, String> variables, String shown) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("KEYCHECK_IMAGES", "build");
    long millis = checkout.run(all, Optional.empty(), ALL).ended(0).millis();
    return Figure.times(
        Section.IMAGES.id(),
        name,
        List.of(millis),
        shown + "KEYCHECK_IMAGES=build " + String.join(" ", ALL));
  }
}
