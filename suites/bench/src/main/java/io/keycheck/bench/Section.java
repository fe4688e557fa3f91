package io.keycheck.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be measured by itself. */
enum Section {
  FLOORS(
      "Floors",
      "The parts alone, driven by a shell loop with kubectl in the node: no kit in it. Beside each what the kit takes for the same.",
      Floors::new),
  SUITES(
      "Suites",
      "Whole runs, from the command to its end, images and jars present. The longest case bounds a suite from below; cases side by side add up to more than the run. The floor of Vault's is a Job of as many pods as the run makes: each with two containers and a mount, all at once, none of them looked into.",
      SuiteTimes::new),
  PEERS(
      "The CSI driver's own Vault scenarios",
      "The 17 scenarios of the driver's own test of Vault as its description has them, fixed waits included, by a shell with kubectl; and the kit's cases of the same on the same cluster.",
      Peers::new),
  START("Start", "From the command to its end, on files that are there.", StartTimes::new),
  SCALE(
      "Diagnose at scale",
      "Environments with three pods each: from a List that comes through a pipe, with a heap of 192 MB; and 500 in the API server of the embedded cluster, objects alone. What is held is the live heap of what was read, before it is judged.",
      Scale::new),
  BUILD("Builds", "Of a checkout that was built before.", Builds::new),
  IMAGES(
      "Images anew",
      "From nothing: all is fetched, compiled and packed, with an empty cache, no Go modules and no image. The second has the Go programs compiled already.",
      ColdImages::new);

  /** Measures; throws {@link Unmeasured} where it cannot. */
  interface Measuring {
    List<Figure> measure(Checkout checkout);
  }

  private final String title;
  private final String about;
  private final java.util.function.Supplier<Measuring> measuring;

  Section(String title, String about, java.util.function.Supplier<Measuring> measuring) {
    this.title = title;
    this.about = about;
    this.measuring = measuring;
  }

  /** The word by which it is asked for. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is measured where none is named: not what builds the machine's images anew. */
  boolean isUsual() {
    return this != IMAGES;
  }

  String title() {
    return title;
  }

  String about() {
    return about;
  }

  List<Figure> measure(Checkout checkout) {
    return measuring.get().measure(checkout);
  }

  static Optional<Section> named(String word) {
    return Stream.of(values()).filter(section -> section.id().equals(word)).findFirst();
  }
}
